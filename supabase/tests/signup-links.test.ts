import { createHash, randomUUID } from "node:crypto";
import { expect } from "vitest";
import { addOrganization, type Cast, test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";

const SECRET = "a secret that web processes share";
const idOf = "select id from public.gatherings where title ->> 'en' = $1";

/** North's gathering for everyone, with a list; south holds it, east is invited. Far has nothing to do with it. */
async function openList(db: TestDatabase, { organizations }: Cast): Promise<string> {
  const { north, south, east } = organizations;
  await db.given("insert into private.settings values ('server_secret', to_jsonb($1::text))", [
    createHash("sha256").update(SECRET).digest("hex"),
  ]);
  const { id } = await db.given<{ id: string }>(idOf, ["everyone"]);
  await db.given("insert into public.signup_lists (organization_id, gathering_id) values ($1, $2)", [north, id]);
  await db.given(
    `insert into public.hostings (organization_id, gathering_id, host_id, part, state, answered_at)
     values ($1, $2, $3, 'promoter', 'accepted', now()), ($1, $2, $4, 'co_host', 'invited', null)`,
    [north, id, south, east],
  );
  return id;
}

type Form = { signup: { organization: { slug: string } } | null } | null;
const formOf = async (db: TestDatabase, person: Person, id: string, via: string | null) => {
  const [row] = await db.as<{ form: Form }>(person, "select public.signup_form($1, $2) as form", [id, via]);
  return row?.form;
};

const answers = { name: "Zinnia", seats: 1, language: "ko", needs: [], contact: "", told_host: false };
const signUp = (db: TestDatabase, person: Person, id: string, via: string | null, more: object = {}) =>
  db.as<{ done: { code: string } }>(person, "select public.sign_up($1, $2, $3, $4, $5, $6::jsonb) as done", [
    ...[SECRET, "203.0.113.9", id, via, randomUUID(), { ...answers, ...more }],
  ]);
const cameTo = async (db: TestDatabase) =>
  (
    await db.given<{ slug: string }>(
      "select o.slug from public.signups s join public.organizations o on o.id = s.organization_id order by s.created_at desc limit 1",
    )
  ).slug;

test.for([
  ["south", "south"],
  ["north", "north"],
  ["east", "north"],
  ["far", "north"],
  ["nobody", "north"],
  ["SOUTH", "north"],
  ["south%", "north"],
  ["", "north"],
  [null, "north"],
] as const)("through a link that names %j one comes to %s, and the page says so", async ([via, to], { db, cast }) => {
  const id = await openList(db, cast);
  expect((await formOf(db, "visitor", id, via))?.signup?.organization.slug).toBe(to);
  await signUp(db, "visitor", id, via);
  expect(await cameTo(db)).toBe(to);
});

test("a link of a hosting that was declined, or has ended, leads to the owner", async ({ db, cast }) => {
  const id = await openList(db, cast);
  for (const change of [
    "update public.hostings set state = 'declined', answered_at = now() where gathering_id = $1",
    "delete from public.hostings where gathering_id = $1",
  ]) {
    await db.given(change, [id]);
    for (const via of ["south", "east"]) {
      expect((await formOf(db, "visitor", id, via))?.signup?.organization.slug).toBe("north");
      await signUp(db, "visitor", id, via);
      expect(await cameTo(db)).toBe("north");
    }
  }
});

test("whoever was told that one organization sees them is not handed to another whose hosting ended meanwhile", async ({
  db,
  cast,
}) => {
  const id = await openList(db, cast);
  await db.given("delete from public.hostings where gathering_id = $1", [id]);
  await expect(signUp(db, "visitor", id, "south", { seen_by: "south" })).rejects.toMatchObject({
    ...{ code: "PT409", message: "seen_by_another" },
  });
  await signUp(db, "visitor", id, "south", { seen_by: "north" });
  expect(await cameTo(db)).toBe("north");
});

test("a link that names a host its reader may not know is a link that names nobody", async ({ db, cast }) => {
  const { north } = cast.organizations;
  await openList(db, cast);
  const { id } = await db.given<{ id: string }>(idOf, ["coalition"]);
  const quiet = await db.given<{ id: string }>(
    "insert into public.coalitions (slug, display_name) values ('quiet', 'Quiet') returning id",
  );
  const hidden = await addOrganization(db, "hidden", quiet.id);
  await db.given("insert into public.standings (organization_id, coalition_id, kind) values ($1, $2, 'core')", [
    north,
    quiet.id,
  ]);
  await db.given(
    `insert into public.hostings (organization_id, gathering_id, host_id, part, state, answered_at)
     values ($1, $2, $3, 'co_host', 'accepted', now())`,
    [north, id, hidden],
  );
  expect(await formOf(db, cast.neighbor, id, "hidden")).toEqual(await formOf(db, cast.neighbor, id, "nobody"));
  await signUp(db, cast.neighbor, id, "hidden");
  expect(await cameTo(db)).toBe("north");
  await signUp(db, cast.viewer, id, "hidden");
  expect(await cameTo(db)).toBe("hidden");
});

test("a thousand guessed codes find nothing, are held back with the minutes to wait, and so is the right one then", async ({
  db,
  cast,
}) => {
  const id = await openList(db, cast);
  const [done] = await signUp(db, "visitor", id, null);
  const code = done?.done.code ?? "";
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const guess = () => Array.from({ length: 12 }, () => alphabet[Math.floor(Math.random() * 32)]).join("");
  const said = new Map<string, number>();
  const ask = async (call: string, tried: string, network = "203.0.113.66") => {
    const [row] = await db.as<{ answer: { problem?: string; minutes?: number; name?: string } }>(
      "visitor",
      `select public.${call.replace("?", "$1, $2, $3")} as answer`,
      [SECRET, network, tried],
    );
    return row?.answer ?? {};
  };
  const calls = ["read_signup(?)", "cancel_signup(?)", `change_signup(?, '${JSON.stringify(answers)}')`];
  for (let tried = 0; tried < 1000; tried += 1) {
    const answer = await ask(calls[tried % 3] ?? "", guess());
    if (answer.problem === "held_back") expect(answer.minutes).toBeGreaterThan(0);
    said.set(answer.problem ?? "found", (said.get(answer.problem ?? "found") ?? 0) + 1);
  }
  expect([...said.keys()].sort()).toEqual(["code_unknown", "held_back"]);
  expect(said.get("code_unknown")).toBeLessThan(80);
  // Neither a right code nor a wrong one, in whatever form, is told from another.
  for (const call of calls) {
    for (const tried of [code, guess(), "", "0".repeat(100_000), "f".repeat(64), "%", "' or true --"])
      expect((await ask(call, tried)).problem).toBe("held_back");
  }
  expect((await ask("read_signup(?)", code, "203.0.113.67")).name).toBe("Zinnia");
});

test("a gathering that people signed up for is not moved so far back that they would be gone at once", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const id = await openList(db, cast);
  await signUp(db, "visitor", id, null);
  const before = await db.given("select delete_at from public.signups where gathering_id = $1", [id]);
  await db.given("update public.hostings set part = 'co_host', may_edit = true where host_id = $1", [south]);
  for (const person of [cast.editor, cast.neighbor]) {
    await expect(
      db.as(
        person,
        "update public.gatherings set starts_local = starts_local - interval '1 year', ends_local = ends_local - interval '1 year' where id = $1",
        [id],
      ),
    ).rejects.toMatchObject({ code: "PT409", message: "signups_would_go" });
  }
  expect(await db.given("select delete_at from public.signups where gathering_id = $1", [id])).toEqual(before);
  await db.given("update public.signups set delete_at = now() - interval '1 minute' where gathering_id = $1", [id]);
  await db.as(
    cast.editor,
    "select public.move_gathering($1, $2, private.version_of($1), '2031-05-05T11:00', '2031-05-05T13:00')",
    [id, north],
  );
  const { seen } = await db.given<{ seen: number }>(
    "select count(*)::int as seen from public.signups where gathering_id = $1 and delete_at > now()",
    [id],
  );
  expect(seen, "who was to be gone came back").toBe(0);
});
