import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { type TestDatabase, test } from "./support/database";

const organization = {
  slug: "first-one",
  display_name: "First One",
  short_name: "First",
  korean_name: "첫 단체",
  time_zone: "America/Chicago",
  coalition: { slug: "first-coalition", display_name: "First Coalition" },
};

const openLink = (db: TestDatabase, token: string, lifetime = "7 days") =>
  db.given("select private.open_first_link($1, $2::interval)", [token, lifetime]);

const signUp = (db: TestDatabase, metadata: Record<string, unknown>) => {
  const id = randomUUID();
  return db.given<{ id: string }>(
    "insert into auth.users (id, email, raw_user_meta_data) values ($1, $2, $3::jsonb) returning id",
    [id, `${id}@example.org`, metadata],
  );
};

const refused = expect.objectContaining({ code: "PT409", message: "link_not_valid" });

test("the first link makes account, organization, coalition and its lead in one go", async ({ db }) => {
  await openLink(db, "secret");
  const { id } = await signUp(db, {
    invitation: "secret",
    first_organization: organization,
    display_name: "A",
    language: "ko",
  });
  const person = await db.signIn(id);
  const [row] = await db.as<{ me: { organizations: unknown[]; person: unknown } }>(person, "select public.me() as me");
  expect(row?.me.person).toMatchObject({ display_name: "A", language: "ko" });
  expect(row?.me.organizations).toEqual([
    expect.objectContaining({
      slug: "first-one",
      role: "admin",
      permissions: expect.arrayContaining(["coalition.write", "members.write"]),
      coalitions: [expect.objectContaining({ slug: "first-coalition", standing: "lead" })],
    }),
  ]);
});

describe("no account comes into being", () => {
  test.for<[string, Record<string, unknown>]>([
    ["without a link", {}],
    ["with a link that never was", { invitation: "guessed" }],
    ["with an empty link", { invitation: "" }],
    ["with a link that is no text", { invitation: ["secret"] }],
    [
      "with the stored hash instead of the token",
      { invitation: "\\x2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b" },
    ],
  ])("%s", async ([, metadata], { db }) => {
    await openLink(db, "secret");
    await expect(signUp(db, { first_organization: organization, ...metadata })).rejects.toEqual(refused);
    expect(await db.catalog("select from auth.users")).toEqual([]);
    expect(await db.catalog("select from public.organizations")).toEqual([]);
  });

  test("twice with one link, or after its time", async ({ db }) => {
    await openLink(db, "secret");
    await openLink(db, "old", "1 second");
    await db.given(
      "update private.first_links set created_at = now() - interval '2 days', expires_at = now() - interval '1 day' where token_hash = private.token_hash('old')",
    );
    await signUp(db, { invitation: "secret", first_organization: organization });
    await expect(signUp(db, { invitation: "secret", first_organization: organization })).rejects.toEqual(refused);
    await expect(signUp(db, { invitation: "old", first_organization: organization })).rejects.toEqual(refused);
    expect(
      await db.as(
        "visitor",
        "select public.first_link_is_open('secret') as a, public.first_link_is_open('old') as b, public.first_link_is_open(null) as c",
      ),
    ).toEqual([{ a: false, b: false, c: false }]);
  });

  test.for<[string, Record<string, unknown>, string]>([
    ["without an organization", {}, "required"],
    ["with an organization of a slug that is none", { slug: "Not A Slug" }, "not_understood"],
    ["with an organization in an unknown zone", { time_zone: "Mars/Olympus" }, "unknown_time_zone"],
    ["with a coalition without a name", { coalition: { slug: "c-c" } }, "required"],
  ])("%s, and the link stays open", async ([, changes, key], { db }) => {
    await openLink(db, "secret");
    const wanted = Object.keys(changes).length > 0 ? { ...organization, ...changes } : null;
    await expect(signUp(db, { invitation: "secret", first_organization: wanted })).rejects.toMatchObject({
      message: key,
    });
    expect(await db.as("visitor", "select public.first_link_is_open('secret') as open")).toEqual([{ open: true }]);
  });
});

test("neither the token nor what came with it is kept, in the account or in its identity", async ({ db }) => {
  await openLink(db, "secret");
  const { id } = await signUp(db, { invitation: "secret", first_organization: organization, display_name: "A" });
  await db.given(
    `insert into auth.identities (id, provider, provider_id, user_id, identity_data)
     values (gen_random_uuid(), 'email', $1::uuid::text, $1::uuid, $2::jsonb)`,
    [id, { sub: id, email: "a@example.org", invitation: "secret", first_organization: organization }],
  );
  const kept = await db.given<{ all: string }>(
    `select concat(u.raw_user_meta_data::text, i.identity_data::text, l::text) as all
     from auth.users u join auth.identities i on i.user_id = u.id join private.first_links l on l.used_by = u.id`,
  );
  expect(kept.all).not.toContain("secret");
  expect(kept.all).not.toContain("First Coalition");
});

test("an organization's address is taken once", async ({ db }) => {
  await openLink(db, "one");
  await openLink(db, "two");
  await signUp(db, { invitation: "one", first_organization: organization });
  await expect(signUp(db, { invitation: "two", first_organization: organization })).rejects.toMatchObject({
    code: "PT409",
    message: "slug_taken",
  });
});

test("an installation is ready when its worker said so, and knows no demonstration accounts unless it is one", async ({
  db,
}) => {
  const ask = () => db.as("visitor", "select public.installation() as i, public.demonstration_accounts() as d");
  expect(await ask()).toEqual([{ i: { ready: false, mail: "none" }, d: [] }]);
  await db.given("insert into private.settings values ('ready_at', to_jsonb(now()))");
  expect(await ask()).toEqual([{ i: { ready: true, mail: "none" }, d: [] }]);
  await db.given("update private.settings set value = 'null' where name = 'ready_at'");
  expect(await ask()).toEqual([{ i: { ready: false, mail: "none" }, d: [] }]);
});
