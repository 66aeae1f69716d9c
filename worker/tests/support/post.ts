import type { Sql } from "postgres";
import type { PersonName } from "../../../supabase/tests/access/persons";
import { test as castTest } from "../../../supabase/tests/support/cast";
import { TestDatabase } from "../../../supabase/tests/support/database";
import { mailbox } from "../../mail/mailbox";
import { type PostOffice, sendMessage } from "../../mail/send-message";

export const office: PostOffice = {
  appUrl: "https://hamkke.example",
  demonstration: false,
  carrier: mailbox,
  linkSecret: "a secret of the worker that nobody else has",
};

export type Mail = { recipient: string; subject: string; body_text: string; headers: Record<string, string> };

/** A post office among the cast: what a test queues there is kept until the file's tests are over. */
export const test = castTest.extend("post", { scope: "worker" }, async ({ copy, cast }) => {
  await copy`update public.people set quiet_from = '00:00', quiet_until = '00:00', language = 'en'`;
  return {
    /** The account of somebody in the cast. */
    account: (name: Exclude<PersonName, "visitor">) => (cast[name] as { id: string }).id,
    /** Sets a scene with the words the policy tests use, and keeps it. */
    scene: <T>(set: (db: TestDatabase) => Promise<T>) => keep(copy, set),
    /** Queues a message and returns its id. */
    async queue(message: Record<string, unknown>): Promise<string> {
      const [row] = await copy<{ id: string }[]>`insert into public.messages ${copy(message as never)} returning id`;
      return row?.id ?? "";
    },
    send: (id: string, given: Partial<PostOffice> = {}) => sendMessage(copy, id, { ...office, ...given }),
    /** What lies in the mailbox of a message. */
    async mail(id: string): Promise<Mail | undefined> {
      return (await copy<Mail[]>`select * from private.mailbox where message_id = ${id}`)[0];
    },
    async message(id: string) {
      const [row] = await copy`
        select state, attempts, problem, address, due_at from public.messages where id = ${id}`;
      return row;
    },
  };
});

/** The token of the link in a message that leads to this path. */
export function tokenIn(mail: Mail | undefined, path: string): string {
  const token = new RegExp(`https://hamkke\\.example${path}/([0-9a-f]{64})\\n`).exec(mail?.body_text ?? "")?.[1];
  if (!token) throw new Error(`No link to ${path} in ${mail?.body_text}`);
  return token;
}

async function keep<T>(copy: Sql, set: (db: TestDatabase) => Promise<T>): Promise<T> {
  const connection = await copy.reserve();
  try {
    await connection.unsafe("begin");
    const made = await set(new TestDatabase(connection));
    await connection.unsafe("commit");
    return made;
  } catch (error) {
    await connection.unsafe("rollback");
    throw error;
  } finally {
    connection.release();
  }
}
