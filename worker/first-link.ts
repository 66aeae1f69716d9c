import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";

/** Opens the single-use link that creates the first organization; one that nobody used until now is closed. */
export async function openFirstLink(sql: Sql): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await sql.begin(async (transaction) => {
    await transaction`delete from private.first_links where used_at is null and organization_id is null`;
    await transaction`select private.open_first_link(${token}, interval '7 days')`;
  });
  return token;
}
