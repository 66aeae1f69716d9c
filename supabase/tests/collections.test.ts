import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { PersonName } from "./access/persons";
import { type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";

const notFound = expect.objectContaining({ code: "PT404", message: "not_found" });

type Entry = { note: string; service: { name: { en: string } } };
type Page = { name: object; version: number | null; writable_by: string | null; entries: Entry[] } | null;

async function call<Answer>(db: TestDatabase, person: Cast[PersonName], name: string, ...args: unknown[]) {
  const places = args.map((_, at) => `$${at + 1}`).join(", ");
  const [row] = await db.as<{ answer: Answer }>(person, `select public.${name}(${places}) as answer`, args);
  return row?.answer as Answer;
}
const errorOf = (db: TestDatabase, person: Cast[PersonName], sql: string, values: unknown[]) =>
  db.as(person, sql, values).then(
    () => undefined,
    (error: unknown) => error,
  );
const idOf = async (db: TestDatabase, table: string, name: string) =>
  (await db.given<{ id: string }>(`select id from public.${table} where name ->> 'en' = $1`, [name])).id;
const read = async (db: TestDatabase, cast: Cast, person: PersonName, name: string) =>
  call<Page>(db, cast[person], "read_collection", await idOf(db, "collections", name));
const namesIn = (page: Page) => page?.entries.map(({ service }) => service.name.en);

test("whoever reads a collection sees the entries whose service they see, and no trace of the others", async ({
  db,
  cast,
}) => {
  expect(namesIn(await read(db, cast, "visitor", "everyone"))).toEqual(["everyone"]);
  expect(namesIn(await read(db, cast, "neighbor", "everyone"))).toEqual(["everyone", "coalition"]);
  expect(namesIn(await read(db, cast, "member", "everyone"))).toEqual(["everyone", "coalition", "owner"]);
  expect(namesIn(await read(db, cast, "outsider", "theirs"))).toEqual(["theirs", "everyone"]);
  const seen = JSON.stringify(await read(db, cast, "visitor", "everyone"));
  expect(seen).not.toMatch(/owner_id|position/);
  expect(JSON.parse(seen)).toMatchObject({ version: null, writable_by: null });
});

test("a collection that is not for somebody is absent to them, like one that never was", async ({ db, cast }) => {
  for (const [person, name] of [
    ["visitor", "coalition"],
    ["visitor", "owner"],
    ["neighbor", "owner"],
    ["outsider", "coalition"],
    ["removed", "owner"],
  ] as const) {
    expect(await read(db, cast, person, name), `${person} ${name}`).toBeNull();
  }
  expect(await call(db, cast.visitor, "read_collection", randomUUID())).toBeNull();
  expect(await call(db, cast.neighbor, "organization_collections", cast.organizations.north)).toBeNull();
});

test("in the list, an organization counts what it sees of each collection and nothing else", async ({ db, cast }) => {
  type Listed = { name: { en: string }; entries: number }[];
  const listed = async (person: PersonName, organization: string) =>
    Object.fromEntries(
      (await call<Listed>(db, cast[person], "organization_collections", organization)).map((one) => [
        one.name.en,
        one.entries,
      ]),
    );
  expect(await listed("editor", cast.organizations.north)).toEqual({ owner: 2, coalition: 3, everyone: 3 });
  expect(await listed("outsider", cast.organizations.far)).toEqual({ theirs: 2 });
  expect(await listed("neighbor", cast.organizations.south)).toEqual({ coalition: 2 });
});

test("an editor puts a service of another organization into a collection of their own, and its owner decides on", async ({
  db,
  cast,
}) => {
  const { south } = cast.organizations;
  const content = { name: { en: "for the desk" }, audience: "owner" };
  const submission = randomUUID();
  const { id } = await call<{ id: string }>(db, cast.neighbor, "make_collection", south, submission, content);
  expect(await call(db, cast.neighbor, "make_collection", south, submission, content)).toEqual({ id });
  for (const name of ["coalition", "named", "everyone"]) {
    await call(db, cast.neighbor, "collect_service", id, south, await idOf(db, "services", name), " Ask first ");
  }
  const page = () => call<Page>(db, cast.neighbor, "read_collection", id);
  expect(namesIn(await page())).toEqual(["coalition", "named", "everyone"]);
  expect((await page())?.entries[0]?.note).toBe("Ask first");

  const version = (await page())?.version;
  await db.given("update public.services set audience = 'owner' where name ->> 'en' = 'named'");
  expect(namesIn(await page())).toEqual(["coalition", "everyone"]);
  // The entry that is out of sight answers like one that never was.
  const hidden = await idOf(db, "services", "named");
  expect(await errorOf(db, cast.neighbor, "select public.remove_entry($1, $2, $3)", [id, south, hidden])).toEqual(
    notFound,
  );
  expect(
    await errorOf(db, cast.neighbor, "select public.collect_service($1, $2, $3, '')", [id, south, hidden]),
  ).toEqual(notFound);
  expect((await page())?.version).toBe(version);

  await call(db, cast.neighbor, "move_entry", id, south, await idOf(db, "services", "everyone"), "up");
  expect(namesIn(await page())).toEqual(["everyone", "coalition"]);
  await call(db, cast.neighbor, "move_entry", id, south, await idOf(db, "services", "everyone"), "up");
  expect(namesIn(await page())).toEqual(["everyone", "coalition"]);
});

test("a collection of somebody else keeps no service from being deleted, and its owner sees nobody hold it", async ({
  db,
  cast,
}) => {
  const service = await idOf(db, "services", "owner");
  await db.given("delete from public.services where id = $1", [service]);
  expect(namesIn(await read(db, cast, "editor", "owner"))).toEqual(["everyone"]);
});

test("nobody collects what they do not see, or into what is not theirs: hidden and absent are refused alike", async ({
  db,
  cast,
}) => {
  const { north, far } = cast.organizations;
  const collect = "select public.collect_service($1, $2, $3, '')";
  const [theirs, everyone] = [await idOf(db, "collections", "theirs"), await idOf(db, "collections", "everyone")];
  for (const service of [await idOf(db, "services", "named"), await idOf(db, "services", "owner"), randomUUID()]) {
    expect(await errorOf(db, cast.outsider, collect, [theirs, far, service])).toEqual(notFound);
  }
  // Past the command, by a row of its own: the same words, and no key that tells.
  const direct = `insert into public.collection_entries (organization_id, collection_id, owner_id, service_id) values ($1, $2, $3, $4)`;
  const hidden = await idOf(db, "services", "coalition");
  for (const service of [hidden, await idOf(db, "services", "owner"), randomUUID()]) {
    expect(await errorOf(db, cast.outsider, direct, [far, theirs, north, service])).toEqual(notFound);
  }
  const service = await idOf(db, "services", "everyone");
  expect(await errorOf(db, cast.outsider, collect, [everyone, north, service])).toEqual(notFound);
  expect(await errorOf(db, cast.outsider, collect, [everyone, far, service])).toEqual(notFound);
  expect(await errorOf(db, cast.member, collect, [everyone, north, service])).toMatchObject({
    code: "PT403",
    message: "not_allowed",
  });
});

test("a collection is never named to single organizations, and a version that moved is told", async ({ db, cast }) => {
  const { north } = cast.organizations;
  const make = "select public.make_collection($1, $2, $3::jsonb)";
  const named = { name: { ko: "모음" }, audience: "named" };
  expect(await errorOf(db, cast.editor, make, [north, randomUUID(), named])).toMatchObject({ message: "choose_one" });
  const elsewhere = { name: { ko: "모음" }, audience: "coalition", coalition_id: cast.coalitions.open };
  expect(await errorOf(db, cast.editor, make, [north, randomUUID(), elsewhere])).toMatchObject({
    message: "coalition_not_yours",
  });
  const id = await idOf(db, "collections", "owner");
  const revise = "select public.revise_collection($1, $2, $3, $4::jsonb)";
  const content = { name: { en: "renamed" }, audience: "owner" };
  await db.as(cast.editor, revise, [id, north, 1, content]);
  expect(await errorOf(db, cast.editor, revise, [id, north, 1, content])).toMatchObject({
    message: "changed_meanwhile",
  });
  expect(await errorOf(db, cast.viewer, "select public.discard_collection($1, $2)", [id, north])).toMatchObject({
    message: "not_allowed",
  });
  await db.as(cast.editor, "select public.discard_collection($1, $2)", [id, north]);
});
