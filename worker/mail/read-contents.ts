import type { TransactionSql } from "postgres";
import type { AskedLetter, Contents, Digest, DueItem, MailLine, OpenedMessage } from "./opened";

/**
 * What an optional message says at this moment, read as its reader under the reader's policies; nothing for the other
 * kinds, which say it all themselves.
 */
export async function readContents(
  transaction: TransactionSql,
  { kind, reader, organization_id, about }: OpenedMessage,
): Promise<Contents | "nothing_to_say" | undefined> {
  if (kind !== "reminder" && kind !== "digest" && kind !== "items_due") return undefined;
  return asReader(transaction, reader ?? "", async () => {
    if (kind === "items_due") {
      const [row] = await transaction<{ items: DueItem[]; letters: AskedLetter[] }[]>`
        select public.read_items_due() as items, public.read_signatures_asked() as letters`;
      return row && row.items.length + row.letters.length > 0 ? row : "nothing_to_say";
    }
    if (kind === "digest") {
      const [row] = await transaction<{ digest: Digest | null }[]>`
        select public.read_digest(${organization_id}) as digest`;
      return row?.digest && hasSomething(row.digest) ? { digest: row.digest } : "nothing_to_say";
    }
    const [row] = await transaction<{ reminder: MailLine | null }[]>`
      select public.read_reminder(${about}) as reminder`;
    return row?.reminder ? { reminder: row.reminder } : "nothing_to_say";
  });
}

async function asReader<T>(transaction: TransactionSql, person: string, read: () => Promise<T>): Promise<T> {
  await transaction`select set_config('hamkke.reader', ${person}, true), set_config('role', 'authenticated', true)`;
  const found = await read();
  await transaction`select set_config('role', 'none', true), set_config('hamkke.reader', '', true)`;
  return found;
}

function hasSomething({ this_week, new_from_partners, waits_for_you }: Digest): boolean {
  const { drafts, hostings, invitations } = waits_for_you;
  return this_week.length + new_from_partners.length + drafts.length + hostings + invitations > 0;
}
