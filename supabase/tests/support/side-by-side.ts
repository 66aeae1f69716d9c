import type { Sql, TransactionSql } from "postgres";

/**
 * Opens a session for each of these accounts and returns what runs one transaction as one of them, on a connection of its
 * own, so that several press at once. They are called by their address without its ending: `editor@krcla`.
 */
export async function sideBySide(sql: Sql, accounts: string[]) {
  const people = new Map<string, { id: string; session: string }>();
  for (const account of accounts) {
    const [session] = await sql<{ id: string; session: string }[]>`
      insert into auth.sessions (id, user_id) select gen_random_uuid(), id from auth.users where email = ${`${account}.example`}
      returning user_id as id, id as session`;
    if (session) people.set(account, session);
  }
  return <T>(who: string, work: (tx: TransactionSql) => Promise<T>) =>
    sql.begin(async (tx) => {
      const { id, session } = people.get(who) ?? { id: "", session: "" };
      const claims = JSON.stringify({ sub: id, session_id: session, role: "authenticated" });
      await tx`select set_config('request.jwt.claims', ${claims}, true), set_config('role', 'authenticated', true)`;
      return work(tx);
    });
}
