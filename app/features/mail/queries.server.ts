import { z } from "zod";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import { kinds } from "./kinds";

const undeliveredSchema = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  state: z.enum(["waiting", "failed"]),
  attempts: z.number(),
  problem: z.string().nullable(),
  queued_at: z.string(),
  recipient: z.string().nullable(),
});
/** A message that could not be delivered, or not yet. */
export type UndeliveredMessage = z.output<typeof undeliveredSchema>;

/** What an organization's mail could not deliver, for its admins. */
export async function listUndelivered(db: Db, organizationId: string): Promise<UndeliveredMessage[]> {
  const rows = await data(db.rpc("organization_mail", { organization_id: organizationId }));
  return z.array(undeliveredSchema).parse(rows);
}

/** One message that failed, or 404. */
export async function getUndelivered(db: Db, organizationId: string, id: string): Promise<UndeliveredMessage> {
  const found = (await listUndelivered(db, organizationId)).find((message) => message.id === id);
  if (!found) throw refusal({ key: "not_found" }, 404);
  return found;
}

const keptSchema = z.object({ id: z.string(), sent_at: z.string(), recipient: z.string(), subject: z.string() });
/** A message that the demonstration would have sent. */
export type KeptMessage = z.output<typeof keptSchema>;

/** The demonstration's mailbox; null where mail really leaves. */
export async function listKept(db: Db): Promise<KeptMessage[] | null> {
  return z
    .array(keptSchema)
    .nullable()
    .parse(await data(db.rpc("demonstration_mailbox")));
}

const wholeSchema = keptSchema.extend({ text: z.string(), html: z.string() });

/** One message of the demonstration's mailbox, or 404. */
export async function getKept(db: Db, id: string) {
  return wholeSchema.parse(found(await data(db.rpc("demonstration_message", { message_id: id }))));
}

function found<Row>(row: Row | null): Row {
  if (row === null) throw refusal({ key: "not_found" }, 404);
  return row;
}
