import { compare } from "bcryptjs";
import { describe, expect } from "vitest";
import { type Account, givePassword, oldPassword, storedPassword } from "./support/account";
import { test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";

const newPassword = "several words of another kind";
const ask = async (db: TestDatabase, person: Person, call: string, values: unknown[]) =>
  (await db.as<{ answer: unknown }>(person, `select public.${call} as answer`, values))[0]?.answer;
const change = (db: TestDatabase, person: Person, password: string, chosen = newPassword) =>
  ask(db, person, "change_password($1, $2)", [password, chosen]);

describe("another password", () => {
  test("needs the old one, is one that the sign-in service reads, and ends every other session", async ({
    db,
    cast,
  }) => {
    const viewer = cast.viewer as Account;
    await givePassword(db, viewer);
    const elsewhere = await db.signIn(viewer.id);
    expect(await change(db, viewer, "wrong")).toEqual({ problem: "password_wrong", field: "password" });
    expect(await change(db, viewer, oldPassword)).toEqual({});
    expect(await compare(newPassword, await storedPassword(db, viewer))).toBe(true);
    expect(await ask(db, elsewhere, "me()", [])).toBeNull();
    expect(await ask(db, viewer, "me()", [])).not.toBeNull();
  });

  test("is not to be guessed: every try counts although it is refused, and the person is told until when", async ({
    db,
    cast,
  }) => {
    const viewer = cast.viewer as Account;
    await givePassword(db, viewer);
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await change(db, viewer, "wrong")).toMatchObject({ problem: "password_wrong" });
      expect(await ask(db, viewer, "delete_account($1)", ["wrong"])).toMatchObject({ problem: "password_wrong" });
    }
    const heldBack = { problem: "held_back", minutes: 2 };
    expect(await change(db, viewer, oldPassword)).toEqual(heldBack);
    expect(await ask(db, viewer, "change_address($1, $2)", [oldPassword, "new@cast.example"])).toEqual(heldBack);
    expect(await ask(db, viewer, "delete_account($1)", [oldPassword])).toEqual(heldBack);
    await givePassword(db, cast.member as Account);
    expect(await change(db, cast.member, oldPassword)).toEqual({});
  });

  test("and another address come by no other way", async ({ db, cast }) => {
    const { id } = cast.viewer as Account;
    for (const column of ["encrypted_password", "email"]) {
      await expect(
        db.given(`update auth.users set ${column} = 'taken@over.example' where id = $1`, [id]),
      ).rejects.toMatchObject({ code: "PT403", message: "not_allowed" });
    }
    await db.given("update auth.users set last_sign_in_at = now() where id = $1", [id]);
  });
});

describe("where somebody is signed in", () => {
  const sessions = async (db: TestDatabase, person: Person) =>
    (await ask(db, person, "my_settings() -> 'sessions'", [])) as { id: string; device: string; is_this: boolean }[];

  test("is shown to them alone, this session first, with the device noted once", async ({ db, cast }) => {
    const viewer = cast.viewer as Account;
    const phone = await db.signIn(viewer.id);
    await ask(db, phone, "note_session($1)", ["Firefox,  Android "]);
    await ask(db, phone, "note_session($1)", ["Something else"]);
    const seen = await sessions(db, viewer);
    expect(seen.map(({ is_this, device }) => [is_this, device])).toEqual([
      [true, null],
      [false, "Firefox, Android"],
    ]);
    expect((await sessions(db, cast.member)).map(({ id }) => id)).toEqual([(cast.member as Account).session]);
  });

  test("ends by their own word, and by nobody else's", async ({ db, cast }) => {
    const viewer = cast.viewer as Account;
    const phone = await db.signIn(viewer.id);
    for (const other of [cast.admin, cast.member, cast.outsider]) {
      await expect(ask(db, other, "end_session($1)", [phone.session])).rejects.toMatchObject({ code: "PT404" });
    }
    expect(await ask(db, viewer, "end_session($1)", [phone.session])).toEqual({ id: phone.session });
    expect(await ask(db, phone, "me()", [])).toBeNull();
    await expect(ask(db, viewer, "end_session($1)", [phone.session])).rejects.toMatchObject({ code: "PT404" });
  });

  test("is a list of fifty at most, with the one at hand among them", async ({ db, cast }) => {
    const viewer = cast.viewer as Account;
    await db.given(
      "insert into auth.sessions (id, user_id, created_at) select gen_random_uuid(), $1, now() + interval '1 second' from generate_series(1, 60)",
      [viewer.id],
    );
    const seen = await sessions(db, viewer);
    expect([seen.length, seen[0]?.id]).toEqual([50, viewer.session]);
  });
});

describe("an account that is deleted", () => {
  test("leaves what was done for the organization, without a name, and nothing about the person", async ({
    db,
    cast,
  }) => {
    const editor = cast.editor as Account;
    await givePassword(db, editor);
    await db.given(
      `insert into public.gathering_changes (organization_id, gathering_id, person_id, fields, transaction_id)
       select organization_id, id, $1, '{title}', '7'::xid8 from public.gatherings where title ->> 'en' = 'everyone'`,
      [editor.id],
    );
    const { email } = await db.given<{ email: string }>("select email from auth.users where id = $1", [editor.id]);
    await db.given("insert into public.messages (kind, address) values ('password_reset', $1)", [email]);
    await db.given("update public.invitations set accepted_at = now(), accepted_by = $1, email = $2", [
      editor.id,
      email,
    ]);
    await db.given(
      "insert into auth.audit_log_entries (id, payload) values (gen_random_uuid(), jsonb_build_object('actor_id', $1::text, 'actor_username', $2::text))",
      [editor.id, email],
    );
    expect(await ask(db, editor, "delete_account($1)", ["wrong"])).toMatchObject({ problem: "password_wrong" });
    expect(await ask(db, editor, "delete_account($1)", [oldPassword])).toEqual({});
    const left = await db.catalog<{ person_id: string | null }>(
      "select person_id from public.gathering_changes where transaction_id = '7'::xid8",
    );
    expect(left).toEqual([{ person_id: null }]);
    const tables = await db.catalog<{ at: string }>(
      `select c.oid::regclass::text as at from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'private', 'auth') and c.relkind = 'r'`,
    );
    for (const { at } of tables) {
      expect(await db.catalog(`select from ${at} t where t::text like $1`, [`%${editor.id}%`]), at).toEqual([]);
    }
  });

  test("is not the last admin's", async ({ db, cast }) => {
    const admin = cast.admin as Account;
    await givePassword(db, admin);
    await db.given("delete from public.memberships where person_id = $1", [(cast.signedOut as Account).id]);
    await expect(ask(db, admin, "delete_account($1)", [oldPassword])).rejects.toMatchObject({
      code: "PT409",
      message: "last_admin",
    });
    expect(await ask(db, admin, "me()", [])).not.toBeNull();
  });
});

test("what a person takes along is about them, and holds no secret and nobody else", async ({ db, cast }) => {
  await givePassword(db, cast.admin as Account);
  const kept = JSON.stringify(await ask(db, cast.admin, "export_account()", []));
  expect(kept).toContain((cast.admin as Account).id);
  expect(kept).toContain('"invitations_sent"');
  expect(kept).not.toMatch(/guest@cast\.example|\$2[ab]\$|token|encrypted/);
  for (const other of [cast.member, cast.viewer, cast.outsider]) expect(kept).not.toContain((other as Account).id);
});

test("which mail one wants and when none comes is chosen at once, for oneself alone, and chosen again", async ({
  db,
  cast,
}) => {
  const viewer = cast.viewer as Account;
  const chosen = async () =>
    db.catalog(
      "select kind::text, wanted, p.quiet_from::text from public.notification_choices c join public.people p on p.id = c.person_id where p.id = $1 order by c.kind",
      [viewer.id],
    );
  for (const [wanted, quiet_from] of [
    [["digest"], "22:00:00"],
    [["reminder"], "20:30:00"],
  ] as const) {
    await ask(db, viewer, "choose_mail($1, $2::time, '07:00')", [wanted, quiet_from]);
    expect(await chosen()).toEqual(
      ["reminder", "digest", "services_due", "items_due"].map((kind) => ({
        kind,
        wanted: wanted.some((one) => one === kind),
        quiet_from,
      })),
    );
  }
  const others = await db.catalog("select from public.notification_choices where person_id <> $1 and not wanted", [
    viewer.id,
  ]);
  expect(others).toEqual([]);
  await expect(ask(db, cast.signedOut, "choose_mail('{}', '22:00', '07:00')", [])).rejects.toMatchObject({
    code: "PT404",
  });
});
