import { compare } from "bcryptjs";
import { describe, expect } from "vitest";
import { type Account, givePassword, mailedLink, oldPassword, storedPassword } from "./support/account";
import { test } from "./support/cast";
import type { TestDatabase } from "./support/database";

const notValid = { code: "PT409", message: "link_not_valid" };
const newPassword = "함께 걸어가는 우리 이웃들";

const read = async (db: TestDatabase, token: string) =>
  (await db.as<{ link: unknown }>("visitor", "select public.read_mailed_link($1) as link", [token]))[0]?.link;
const reset = (db: TestDatabase, token: string, password = newPassword) =>
  db.as("visitor", "select public.reset_password($1, $2)", [token, password]);
const confirm = async (db: TestDatabase, token: string) =>
  (await db.as<{ answer: { done: boolean } }>("visitor", "select public.confirm_address($1) as answer", [token]))[0]
    ?.answer;

describe("a link that signs in", () => {
  const use = (db: TestDatabase, token: string) => db.as("visitor", "select public.use_sign_in_link($1)", [token]);

  test("says what it does without being used up, works once, and then says nothing", async ({ db, cast }) => {
    const token = await mailedLink(db, "sign_in", cast.viewer as Account);
    for (let look = 0; look < 3; look += 1) expect(await read(db, token)).toMatchObject({ kind: "sign_in" });
    await use(db, token);
    expect(await read(db, token)).toBeNull();
    await expect(use(db, token)).rejects.toMatchObject(notValid);
  });

  test("is over after its hour", async ({ db, cast }) => {
    const token = await mailedLink(db, "sign_in", cast.viewer as Account);
    await db.given("update private.mailed_links set created_at = now() - interval '2 hours', expires_at = now()");
    expect(await read(db, token)).toBeNull();
    await expect(use(db, token)).rejects.toMatchObject(notValid);
  });

  test("does nothing else, and no other link signs in", async ({ db, cast }) => {
    const viewer = cast.viewer as Account;
    await expect(reset(db, await mailedLink(db, "sign_in", viewer))).rejects.toMatchObject(notValid);
    await expect(use(db, await mailedLink(db, "reset", viewer))).rejects.toMatchObject(notValid);
    await expect(use(db, "guessed")).rejects.toMatchObject(notValid);
  });

  test("raced by two browsers lets one in, twenty times over", async ({ copy, cast }) => {
    const { id } = cast.viewer as Account;
    for (let race = 0; race < 20; race += 1) {
      const [made] =
        await copy`select private.make_mailed_link(private.new_token(), 'sign_in', ${id}, '1 hour') as token`;
      const answers = await Promise.allSettled(
        [1, 2].map(() =>
          copy.begin(async (tx) => {
            await tx`set local role anon`;
            return tx`select public.use_sign_in_link(${made?.token})`;
          }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });
});

describe("a link to a new password", () => {
  test("sets one that the sign-in service reads, signs out everywhere, closes other links and tells by mail", async ({
    db,
    cast,
  }) => {
    const viewer = cast.viewer as Account;
    await givePassword(db, viewer);
    await db.signIn(viewer.id);
    const [token, other] = [await mailedLink(db, "reset", viewer), await mailedLink(db, "sign_in", viewer)];
    await reset(db, token);
    const stored = await storedPassword(db, viewer);
    expect(stored).toMatch(/^\$2a\$10\$/);
    expect([await compare(newPassword, stored), await compare(oldPassword, stored)]).toEqual([true, false]);
    expect(await db.catalog("select from auth.sessions where user_id = $1", [viewer.id])).toEqual([]);
    expect(await read(db, other)).toBeNull();
    await expect(reset(db, token)).rejects.toMatchObject(notValid);
    expect(await db.catalog("select kind from public.messages where person_id = $1", [viewer.id])).toEqual([
      { kind: "password_changed" },
    ]);
  });

  test.for([
    ["elevenchars", "passphrase_too_short"],
    ["", "passphrase_too_short"],
    ["가".repeat(25), "passphrase_too_long"],
  ] as const)("stays as it was when the new one is refused: %s", async ([password, message], { db, cast }) => {
    const token = await mailedLink(db, "reset", cast.viewer as Account);
    await expect(reset(db, token, password)).rejects.toMatchObject({ code: "PT422", message });
    expect(await read(db, token)).toMatchObject({ kind: "reset" });
  });
});

describe("a change of address", () => {
  /** What the two messages carry, once somebody asked for the change with their password. */
  async function ask(db: TestDatabase, person: Account, email: string) {
    await givePassword(db, person);
    await db.as(person, "select public.change_address($1, $2)", [oldPassword, email]);
    const { id: change } = await db.given<{ id: string }>(
      "select id from private.address_changes where person_id = $1",
      [person.id],
    );
    return {
      current: await mailedLink(db, "address_current", person, { change }),
      fresh: await mailedLink(db, "address_new", person, { change }),
    };
  }
  const emailOf = async (db: TestDatabase, { id }: Account) =>
    (await db.given<{ email: string }>("select email from auth.users where id = $1", [id])).email;

  test.for(["current", "fresh"] as const)("needs both ends, the %s one first", async (first, { db, cast }) => {
    const viewer = cast.viewer as Account;
    const before = await emailOf(db, viewer);
    const links = await ask(db, viewer, "  NEW@cast.example ");
    expect(await read(db, links[first])).toMatchObject({ new_email: "new@cast.example" });
    expect(await confirm(db, links[first])).toEqual({ done: false });
    expect(await emailOf(db, viewer)).toBe(before);
    await expect(confirm(db, links[first])).rejects.toMatchObject(notValid);
    expect(await confirm(db, links[first === "current" ? "fresh" : "current"])).toEqual({ done: true });
    expect(await emailOf(db, viewer)).toBe("new@cast.example");
    const told = "select address from public.messages where kind = 'address_changed' and person_id = $1";
    expect(await db.catalog(told, [viewer.id])).toEqual([{ address: before }]);
  });

  test("is replaced by a newer one, whose links alone count", async ({ db, cast }) => {
    const viewer = cast.viewer as Account;
    const older = await ask(db, viewer, "older@cast.example");
    await ask(db, viewer, "newer@cast.example");
    expect(await read(db, older.fresh)).toBeNull();
    await expect(confirm(db, older.current)).rejects.toMatchObject(notValid);
  });

  test("to a taken address looks like any other, and never comes about", async ({ db, cast }) => {
    const [viewer, member] = [cast.viewer as Account, cast.member as Account];
    const links = await ask(db, viewer, await emailOf(db, member));
    const [row] = await db.as<{ answer: object }>(viewer, "select public.my_settings() -> 'new_email' as answer");
    expect(row?.answer).toBe(await emailOf(db, member));
    expect(await confirm(db, links.current)).toEqual({ done: false });
    await expect(confirm(db, links.fresh)).rejects.toMatchObject(notValid);
    const { id } = await db.given<{ id: string }>(
      "select id from public.messages where kind = 'address_new' and person_id = $1",
      [viewer.id],
    );
    const opened = await db.given<{ message: object }>(
      "select private.open_message($1, private.new_token()) as message",
      [id],
    );
    expect(opened.message).toEqual({ left_out: true });
  });
});

test("a link that ends mail ends its kind alone, goes on working, and lets its person choose again", async ({
  db,
  cast,
}) => {
  const viewer = cast.viewer as Account;
  const token = await mailedLink(db, "unsubscribe", viewer, { ends: "digest" });
  const wanted = async () =>
    (await db.as<{ wanted: object }>(viewer, "select public.my_settings() -> 'wanted' as wanted"))[0]?.wanted;
  for (let press = 0; press < 2; press += 1) {
    await db.as("visitor", "select public.end_mail($1)", [token]);
    expect(await wanted()).toEqual({ digest: false, reminder: true, services_due: true, items_due: true });
  }
  await db.as(viewer, "update public.notification_choices set wanted = true where kind = 'digest'");
  expect(await wanted()).toEqual({ digest: true, reminder: true, services_due: true, items_due: true });
  await expect(
    db.as("visitor", "select public.end_mail($1)", [await mailedLink(db, "reset", viewer)]),
  ).rejects.toMatchObject(notValid);
});
