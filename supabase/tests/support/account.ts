import { hashSync } from "bcryptjs";
import type { Person, TestDatabase } from "./database";

/** Somebody with an account and a session. */
export type Account = Exclude<Person, "visitor">;

export const oldPassword = "the words they had before";

/** Gives somebody a password as the sign-in service stores it. */
export async function givePassword(db: TestDatabase, { id }: Account): Promise<void> {
  await db.given("select set_config('hamkke.account_change', $1, true)", [id]);
  await db.given("update auth.users set encrypted_password = $1 where id = $2", [hashSync(oldPassword, 4), id]);
  await db.given("select set_config('hamkke.account_change', '', true)");
}

export async function storedPassword(db: TestDatabase, { id }: Account): Promise<string> {
  return (await db.given<{ stored: string }>("select encrypted_password as stored from auth.users where id = $1", [id]))
    .stored;
}

/** The token of a link as a message carries it. */
export async function mailedLink(
  db: TestDatabase,
  kind: string,
  { id }: Account,
  { change, ends }: { change?: string; ends?: string } = {},
): Promise<string> {
  const { token } = await db.given<{ token: string }>(
    "select private.make_mailed_link(private.new_token(), $1::private.link_kind, $2, '1 hour', $3, $4::public.message_kind) as token",
    [kind, id, change ?? null, ends ?? null],
  );
  return token;
}
