import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect } from "vitest";
import { type Account, mailedLink } from "./support/account";
import { type Cast, test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";

type Made = { id: string; token: string };

const invite = async (db: TestDatabase, by: Person, organization: string, email: string, role = "editor") => {
  const [row] = await db.as<{ made: Made }>(by, "select public.invite_member($1, $2, $3::public.member_role) as made", [
    organization,
    email,
    role,
  ]);
  return row?.made as Made;
};

/** The token in the mail of an invitation, as the worker makes it. */
const mailed = async (db: TestDatabase, { id }: Made) => {
  const { token } = await db.given<{ token: string }>(
    "select private.open_message(m.id, private.new_token()) ->> 'token' as token from public.messages m where m.about = $1",
    [id],
  );
  return token;
};

const signUp = async (db: TestDatabase, email: string, invitation: string): Promise<Account> => {
  const id = randomUUID();
  await db.given(
    "insert into auth.users (id, email, encrypted_password, raw_user_meta_data) values ($1, $2, 'known to whoever made it', $3::jsonb)",
    [id, email, { invitation, display_name: "New" }],
  );
  return (await db.signIn(id)) as Account;
};

const accept = (db: TestDatabase, person: Person, { token }: Made) =>
  db.as(person, "select public.accept_invitation($1)", [token]);

describe("an account that came by a link handed over", () => {
  const email = "newcomer@elsewhere.example";
  let squatter: Account;
  let second: Made;
  beforeEach<{ db: TestDatabase; cast: Cast }>(async ({ db, cast }) => {
    const first = await invite(db, cast.admin, cast.organizations.north, email, "viewer");
    squatter = await signUp(db, email, first.token);
    second = await invite(db, cast.outsider, cast.organizations.far, email);
  });

  test("joins no second organization before its address is proven", async ({ db }) => {
    const refused = { code: "PT403", message: "address_not_proven" };
    await expect(accept(db, squatter, second)).rejects.toMatchObject(refused);
    await expect(accept(db, squatter, { ...second, token: await mailed(db, second) })).rejects.toMatchObject(refused);
  });

  test("is its reader's alone from the first mailed link on: what opened it before opens nothing", async ({
    db,
    cast,
  }) => {
    await db.as("visitor", "select public.use_sign_in_link($1)", [await mailedLink(db, "sign_in", squatter)]);
    const { encrypted_password } = await db.given("select encrypted_password from auth.users where id = $1", [
      squatter.id,
    ]);
    expect(encrypted_password).toBeNull();
    expect(await db.as(squatter, "select private.my_person() as me")).toEqual([{ me: null }]);
    const reader = (await db.signIn(squatter.id)) as Account;
    await accept(db, reader, second);
    const sight = "select from public.gatherings where title ->> 'en' = 'theirs'";
    expect(await db.as(reader, sight)).toHaveLength(1);
    expect(await db.as(squatter, sight)).toHaveLength(0);
    expect(cast.outsider).toBeDefined();
  });
});

test("an account that came by the mailed link is proven, and joins a second organization with one press", async ({
  db,
  cast,
}) => {
  const first = await invite(db, cast.admin, cast.organizations.north, "reader@elsewhere.example");
  const reader = await signUp(db, "reader@elsewhere.example", await mailed(db, first));
  await accept(db, reader, await invite(db, cast.outsider, cast.organizations.far, "reader@elsewhere.example"));
  expect(await db.as(reader, "select from public.memberships where person_id = $1", [reader.id])).toHaveLength(2);
});

describe("whatever opened an account before is closed", () => {
  const closings: Record<string, (db: TestDatabase, person: Account) => Promise<unknown>> = {
    "by a new password from a mailed link": async (db, person) =>
      db.as("visitor", "select public.reset_password($1, 'three unrelated long words')", [
        await mailedLink(db, "reset", person),
      ]),
    "by a new password in the settings": async (db, person) => {
      await db.given("select set_config('hamkke.account_change', $1, true)", [person.id]);
      await db.given(
        "update auth.users set encrypted_password = extensions.crypt('the old words here', extensions.gen_salt('bf', 4)) where id = $1",
        [person.id],
      );
      const [row] = await db.as(
        person,
        "select public.change_password('the old words here', 'three unrelated long words') as done",
      );
      expect(row?.done).toEqual({});
    },
    "by another address": async (db, person) => {
      const change = randomUUID();
      await db.given("delete from private.address_changes where person_id = $1", [person.id]);
      await db.given(
        "insert into private.address_changes (id, person_id, new_email) values ($1, $2, 'moved@cast.example')",
        [change, person.id],
      );
      for (const kind of ["address_current", "address_new"]) {
        await db.as("visitor", "select public.confirm_address($1)", [await mailedLink(db, kind, person, { change })]);
      }
    },
  };

  for (const [how, close] of Object.entries(closings)) {
    test(how, async ({ db, cast }) => {
      const person = cast.editor as Account;
      const other = (await db.signIn(person.id)) as Account;
      const pass = await db.as<{ pass: string }>("visitor", "select public.use_sign_in_link($1) as pass", [
        await mailedLink(db, "sign_in", person),
      ]);
      const change = randomUUID();
      await db.given(
        "insert into private.address_changes (id, person_id, new_email) values ($1, $2, 'thief@far.example')",
        [change, person.id],
      );
      const kept = {
        sign_in: await mailedLink(db, "sign_in", person),
        reset: await mailedLink(db, "reset", person),
        address_current: await mailedLink(db, "address_current", person, { change }),
      };
      await close(db, person);

      expect(await db.as(other, "select private.my_person() as me")).toEqual([{ me: null }]);
      for (const token of Object.values(kept)) {
        const [row] = await db.as("visitor", "select public.read_mailed_link($1) as found", [token]);
        expect(row?.found).toBeNull();
      }
      expect(await db.catalog("select from private.address_changes where person_id = $1", [person.id])).toEqual([]);
      // Every token the sign-in service could take, by the catalog: a new one shows up here.
      const columns = await db.catalog<{ name: string }>(
        "select attname as name from pg_attribute where attrelid = 'auth.users'::regclass and attname like '%token%' and attnum > 0 and not attisdropped",
      );
      expect(columns.map(({ name }) => name)).toContain("recovery_token");
      for (const { name } of columns) {
        const { token } = await db.given<{ token: string | null }>(
          `select ${name} as token from auth.users where id = $1`,
          [person.id],
        );
        expect(token ?? "", name).toBe("");
      }
      expect(pass[0]?.pass).toBeTruthy();
    });
  }
});

describe("who is no admin any more lets nobody in", () => {
  const ends: Record<string, (db: TestDatabase, cast: Cast, admin: Account) => Promise<unknown>> = {
    "after removal": (db, cast, { id }) =>
      db.as(cast.admin, "delete from public.memberships where person_id = $1", [id]),
    "after another role": (db, cast, { id }) =>
      db.as(cast.admin, "update public.memberships set role = 'viewer' where person_id = $1", [id]),
    "after leaving": (db, _cast, admin) =>
      db.as(admin, "delete from public.memberships where person_id = $1", [admin.id]),
    "after the account is gone": (db, _cast, { id }) => db.given("delete from auth.users where id = $1", [id]),
  };
  for (const [when, end] of Object.entries(ends)) {
    test(when, async ({ db, cast }) => {
      await db.given("update public.memberships set role = 'admin' where person_id = $1", [
        (cast.editor as Account).id,
      ]);
      const made = await invite(db, cast.editor, cast.organizations.north, "friend@elsewhere.example", "admin");
      const byMail = await mailed(db, made);
      await end(db, cast, cast.editor as Account);
      for (const token of [made.token, byMail]) {
        await expect(signUp(db, "friend@elsewhere.example", token)).rejects.toMatchObject({
          message: "link_not_valid",
        });
      }
    });
  }
});

test("ten letters a day reach one address at others' word, whoever sends them", async ({ db, cast }) => {
  const address = "stranger@elsewhere.example";
  const { id } = await invite(db, cast.admin, cast.organizations.north, address);
  for (let renewals = 0; renewals < 9; renewals++) {
    await db.as(cast.admin, "select public.renew_invitation($1, $2)", [cast.organizations.north, id]);
  }
  const refused = { code: "PT429", message: "too_much_mail" };
  await expect(invite(db, cast.outsider, cast.organizations.far, address)).rejects.toMatchObject(refused);
  const waiting = await db.catalog("select from public.messages where about = $1 and state = 'waiting'", [id]);
  expect(waiting).toHaveLength(1);
});

test("an older letter that is tried again says nothing, and a newer link goes on working", async ({ db, cast }) => {
  const made = await invite(db, cast.admin, cast.organizations.north, "late@elsewhere.example");
  await db.given(
    "update public.messages set state = 'failed', ended_at = now(), address = null, queued_at = now() - interval '1 hour' where about = $1",
    [made.id],
  );
  await db.as(cast.admin, "select public.renew_invitation($1, $2)", [cast.organizations.north, made.id]);
  const { id } = await db.given<{ id: string }>(
    "select id from public.messages where about = $1 and state = 'failed'",
    [made.id],
  );
  await db.as(cast.admin, "select public.retry_message($1, $2)", [cast.organizations.north, id]);
  const { opened } = await db.given("select private.open_message($1, private.new_token()) as opened", [id]);
  expect(opened).toEqual({ left_out: true });
});

test("the export tells nobody whether an address that was asked for is taken", async ({ db, cast }) => {
  const person = cast.member as Account;
  await db.given(
    "insert into public.messages (kind, person_id, state, ended_at) values ('address_new', $1, 'left_out', now())",
    [person.id],
  );
  const [row] = await db.as<{ all: { messages: object[] } }>(person, "select public.export_account() as all");
  expect(Object.keys(row?.all.messages[0] ?? {}).sort()).toEqual(["kind", "queued_at"]);
});
