import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { type Cast, test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";

type Made = { id: string; email: string; token: string };
type Invite = { by?: Person; email?: string; role?: string; organization?: string };

/** North's admin invites, unless somebody else does. */
async function invite(db: TestDatabase, cast: Cast, { by, email, role, organization }: Invite = {}): Promise<Made> {
  const [row] = await db.as<{ made: Made }>(
    by ?? cast.admin,
    "select public.invite_member($1, $2, $3::public.member_role) as made",
    [organization ?? cast.organizations.north, email ?? "new@north.example", role ?? "editor"],
  );
  return row?.made as Made;
}

const signUp = async (db: TestDatabase, email: string, invitation: string) => {
  const id = randomUUID();
  await db.given("insert into auth.users (id, email, raw_user_meta_data) values ($1, $2, $3::jsonb)", [
    id,
    email,
    { invitation, display_name: "New" },
  ]);
  return db.signIn(id);
};

const accept = (db: TestDatabase, person: Person, token: string) =>
  db.as(person, "select public.accept_invitation($1) as joined", [token]);

const rolesOf = async (db: TestDatabase, { id }: { id: string }) =>
  (
    await db.catalog<{ role: string }>(
      "select concat(o.slug, ' ', m.role) as role from public.memberships m join public.organizations o on o.id = m.organization_id where m.person_id = $1 order by 1",
      [id],
    )
  ).map(({ role }) => role);

const notValid = { code: "PT409", message: "link_not_valid" };

test("an invited person makes an account with the invited address, in the invited role and organization", async ({
  db,
  cast,
}) => {
  const { token } = await invite(db, cast, { email: " New+Kim@North.example " });
  const [open] = await db.as("visitor", "select public.read_invitation($1) as found", [token]);
  expect(open?.found).toMatchObject({ role: "editor", is_mine: false, organization: { slug: "north" } });
  expect(JSON.stringify(open)).not.toContain("new+kim");
  const person = await signUp(db, "New+Kim@north.example", token);
  expect(await rolesOf(db, person)).toEqual(["north editor"]);
  const stored = await db.given("select raw_user_meta_data::text as kept from auth.users where id = $1", [person.id]);
  expect(JSON.stringify(stored)).not.toContain(token);
});

describe("a link opens nothing", () => {
  test("for another address than the invited one, which whoever guesses it might take first", async ({ db, cast }) => {
    const { token } = await invite(db, cast);
    await expect(signUp(db, "thief@far.example", token)).rejects.toMatchObject(notValid);
    await expect(signUp(db, "new@north.example", "guessed")).rejects.toMatchObject(notValid);
    await signUp(db, "new@north.example", token);
  });

  test("twice", async ({ db, cast }) => {
    const { token } = await invite(db, cast);
    const person = await signUp(db, "new@north.example", token);
    await db.given("delete from public.memberships where person_id = $1", [person.id]);
    await expect(accept(db, person, token)).rejects.toMatchObject(notValid);
    expect(await db.as("visitor", "select public.read_invitation($1) as found", [token])).toEqual([{ found: null }]);
  });

  test("after seven days, after it was withdrawn, and once there is a new one", async ({ db, cast }) => {
    const { north } = cast.organizations;
    const late = await invite(db, cast, { email: "late@north.example" });
    await db.given("update public.invitations set expires_at = now() where id = $1", [late.id]);
    const gone = await invite(db, cast, { email: "gone@north.example" });
    await db.as(cast.admin, "select public.withdraw_invitation($1, $2)", [north, gone.id]);
    const old = await invite(db, cast, { email: "old@north.example" });
    const [renewed] = await db.as<{ made: Made }>(cast.admin, "select public.renew_invitation($1, $2) as made", [
      north,
      old.id,
    ]);
    for (const { email, token } of [late, gone, old]) {
      await expect(signUp(db, email, token), email).rejects.toMatchObject(notValid);
      expect(await db.as("visitor", "select public.sign_up_is_open($1, $2) as open", [token, email])).toEqual([
        { open: false },
      ]);
    }
    await signUp(db, old.email, renewed?.made.token ?? "");
  });

  test("with what is stored of it", async ({ db, cast }) => {
    const { id } = await invite(db, cast);
    const kept = await db.given<{ hash: string }>(
      "select token_hash::text as hash from public.invitations where id = $1",
      [id],
    );
    await expect(signUp(db, "new@north.example", kept.hash)).rejects.toMatchObject(notValid);
  });
});

test("somebody who has an account joins with one press, and keeps a role they have already", async ({ db, cast }) => {
  const person = cast.outsider as { id: string; session: string };
  const { email } = await db.given<{ email: string }>("select email from auth.users where id = $1", [person.id]);
  const { token } = await invite(db, cast, { email, role: "viewer" });
  const [open] = await db.as<{ found: object }>(person, "select public.read_invitation($1) as found", [token]);
  expect(open?.found).toMatchObject({ is_mine: true });
  await expect(accept(db, cast.neighbor, token)).rejects.toMatchObject({ message: "invitation_other_address" });
  expect(await accept(db, person, token)).toEqual([{ joined: { slug: "north" } }]);
  expect(await rolesOf(db, person)).toEqual(["far admin", "north viewer"]);
  await expect(invite(db, cast, { email })).rejects.toMatchObject({ message: "already_member" });
});

test("only admins invite, renew and withdraw, and only for their own organization", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const { id } = await invite(db, cast);
  for (const [by, organization, message] of [
    [cast.editor, north, "not_allowed"],
    [cast.viewer, north, "not_allowed"],
    [cast.neighbor, north, "not_found"],
    [cast.admin, south, "not_found"],
    [cast.signedOut, north, "not_found"],
  ] as const) {
    await expect(invite(db, cast, { by, organization })).rejects.toMatchObject({ message });
    for (const command of ["renew_invitation", "withdraw_invitation"]) {
      await expect(db.as(by, `select public.${command}($1, $2)`, [organization, id])).rejects.toMatchObject({
        message,
      });
    }
  }
  await expect(db.as(cast.neighbor, "select public.withdraw_invitation($1, $2)", [south, id])).rejects.toMatchObject({
    message: "invitation_gone",
  });
});

test("an address is invited once at a time, and anew when its invitation has ended", async ({ db, cast }) => {
  const { id } = await invite(db, cast);
  await expect(invite(db, cast, { email: "NEW@north.example" })).rejects.toMatchObject({ message: "invitation_open" });
  await db.given("update public.invitations set expires_at = now() where id = $1", [id]);
  await invite(db, cast);
  await invite(db, cast, { by: cast.neighbor, organization: cast.organizations.south });
});

test.for([
  ["nothing", " ", "required"],
  ["no address", "north", "email_not_valid"],
  ["an address in Hangul", "홍길동@민족학교.한국", "email_not_valid"],
  ["an address in look-alike letters", "edit\u043er@north.example", "email_not_valid"],
  ["a dot at the end", "new@north.example.", "email_not_valid"],
  ["three hundred characters", `${"a".repeat(60)}@${"b.".repeat(116)}example`, "email_not_valid"],
  ["two addresses", "a@north.example, b@north.example", "email_not_valid"],
] as const)("%s is not invited", async ([, email, message], { db, cast }) => {
  await expect(invite(db, cast, { email })).rejects.toMatchObject({ code: "PT422", message });
});

test("an admin's own role is another admin's to change", async ({ db, cast }) => {
  const { north } = cast.organizations;
  const demote = "update public.memberships set role = 'viewer' where organization_id = $1 and person_id = $2";
  const admin = cast.admin as { id: string };
  await expect(db.as(cast.admin, demote, [north, admin.id])).rejects.toMatchObject({ message: "own_role" });
});

test("members see each other, and admins alone the invitations that wait", async ({ db, cast }) => {
  const { north } = cast.organizations;
  const page = async (person: Person) => {
    const [row] = await db.as<{ page: { members: { is_me: boolean }[]; invitations: { email: string }[] } }>(
      person,
      "select public.organization_members($1) as page",
      [north],
    );
    return row?.page;
  };
  expect((await page(cast.admin))?.invitations.map(({ email }) => email)).toEqual(["guest@cast.example"]);
  expect((await page(cast.member))?.invitations).toEqual([]);
  expect((await page(cast.member))?.members.filter(({ is_me }) => is_me)).toHaveLength(1);
  for (const [person, message] of [
    [cast.viewer, "not_allowed"],
    [cast.neighbor, "not_found"],
  ] as const) {
    await expect(page(person)).rejects.toMatchObject({ message });
  }
});
