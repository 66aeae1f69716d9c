import { createHmac } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import type { Carrier, Parcel } from "./carrier";
import { composeLetter, type Surroundings } from "./compose-letter";
import type { OpenedMessage } from "./opened";
import { MailProblem, problemOf } from "./problem";
import { readContents } from "./read-contents";
import { renderHtml } from "./render-html";
import { renderText } from "./render-text";

export type PostOffice = Surroundings & {
  carrier: Carrier;
  /** What the tokens of links in messages are derived from. */
  linkSecret: string;
};

/** What became of a message: also that it had ended before, or that its reader has quiet hours. */
export type Outcome = "sent" | "left_out" | "postponed" | "ended_before" | "failed";

/** After so many failures a message has failed; the queue tries as often. */
const MOST_ATTEMPTS = 12;

/**
 * Sends one message, in one transaction from locking it to ending it. Throws a MailProblem where it is to be tried again;
 * the failure is noted then.
 */
export async function sendMessage(sql: Sql, messageId: string, office: PostOffice): Promise<Outcome> {
  try {
    return await sql.begin((transaction) => sendWithin(transaction, messageId, office));
  } catch (error) {
    const problem = problemOf(error);
    if (await noteFailure(sql, messageId, problem)) return "failed";
    throw problem === error ? problem : new MailProblem(problem.word, { cause: error });
  }
}

async function sendWithin(transaction: TransactionSql, messageId: string, office: PostOffice): Promise<Outcome> {
  const [row] = await transaction<{ opened: OpenedMessage | NotNow | null }[]>`
    select private.open_message(${messageId}, ${tokenOf(messageId, office.linkSecret)}) as opened`;
  const opened = row?.opened;
  if (!opened) return "ended_before";
  if ("not_before" in opened) {
    await transaction`update public.messages set due_at = ${opened.not_before} where id = ${messageId}`;
    return "postponed";
  }
  const contents = "left_out" in opened ? undefined : await readContents(transaction, opened);
  if ("left_out" in opened || contents === "nothing_to_say") {
    await transaction`select private.end_message(${messageId}, 'left_out')`;
    return "left_out";
  }
  const letter = composeLetter(opened, contents, office);
  const parcel: Parcel = {
    id: messageId,
    to: opened.to,
    subject: letter.subject,
    text: renderText(letter),
    html: renderHtml(letter),
    headers: unsubscribeHeaders(opened, office.appUrl),
  };
  await office.carrier.deliver(parcel, transaction);
  await transaction`select private.end_message(${messageId}, 'sent')`;
  return "sent";
}

type NotNow = { left_out: true } | { not_before: string };

/** The same whenever the message is sent: a copy that left before a crash carries a link that works. */
function tokenOf(messageId: string, secret: string): string {
  return createHmac("sha256", secret).update(`mailed link ${messageId}`).digest("hex");
}

/** RFC 8058: mail programs end what is not essential with one press. */
function unsubscribeHeaders({ kind, token }: OpenedMessage, appUrl: string): Record<string, string> {
  if (kind !== "reminder" && kind !== "digest" && kind !== "services_due" && kind !== "items_due") return {};
  return {
    "List-Unsubscribe": `<${appUrl}/unsubscribe/${token}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

/** In a transaction of its own, since the failed one is undone. Returns whether the message has failed for good. */
async function noteFailure(sql: Sql, messageId: string, { word, final }: MailProblem): Promise<boolean> {
  return sql.begin(async (transaction) => {
    const [message] = await transaction<{ attempts: number }[]>`
      select attempts from public.messages where id = ${messageId} and state = 'waiting' for update`;
    const failed = final || (message !== undefined && message.attempts + 1 >= MOST_ATTEMPTS);
    if (failed) await transaction`select private.end_message(${messageId}, 'failed', ${word})`;
    else await transaction`select private.note_attempt(${messageId}, ${word})`;
    return failed;
  });
}
