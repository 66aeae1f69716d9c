import { expect } from "vitest";
import type { Cast } from "./support/cast";
import { test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";
import { abandon, makeAll, phone, serviceNamed, truthOf, verify } from "./support/truth-steps";

const take = (db: TestDatabase, person: Person, service: string, organization: string) =>
  db.as(person, "select public.take_stewardship($1, $2)", [service, organization]);
const end = (db: TestDatabase, person: Person, service: string, organization: string) =>
  db.as(person, "select public.end_stewardship($1, $2)", [service, organization]);

async function correct(
  db: TestDatabase,
  cast: Cast,
  service: string,
  field = "phones",
  value: unknown = phone("+12135550122"),
) {
  const [row] = await db.as<{ mark: string }>(
    cast.neighbor,
    "select private.mark_of(private.fact_of($1, $2)) as mark",
    [service, field],
  );
  return db.as(cast.neighbor, "select public.correct_fact($1, $2, $3, $4::jsonb, $5)", [
    service,
    cast.organizations.south,
    field,
    value,
    row?.mark,
  ]);
}

const phonesOf = (db: TestDatabase, service: string) =>
  db.catalog("select number from public.service_phones where service_id = $1 order by position", [service]);

test("a core organization takes over what its owner left alone, corrects the card, and its owner ends that at once", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const service = await serviceNamed(db, "everyone");
  await expect(take(db, cast.neighbor, service, south)).rejects.toThrow("not_to_be_taken_over");
  await abandon(db, service);
  expect((await truthOf(db, cast.neighbor, service))?.members?.as[0]?.may_take_over).toBe(true);
  await take(db, cast.neighbor, service, south);
  await expect(take(db, cast.neighbor, service, south)).rejects.toThrow("not_to_be_taken_over");
  expect((await truthOf(db, cast.viewer, service))?.members?.steward?.slug).toBe("south");

  await correct(db, cast, service);
  expect(await phonesOf(db, service)).toEqual([{ number: "+12135550122" }]);
  await verify(db, cast.neighbor, service, south);
  const [change] = await db.as(
    cast.editor,
    "select person_id, fields from public.service_changes where service_id = $1 order by changed_at desc limit 1",
    [service],
  );
  // Of the steward's people the owner keeps no name.
  expect(change).toMatchObject({ person_id: null });

  await end(db, cast.editor, service, north);
  await expect(correct(db, cast, service)).rejects.toThrow("not_found");
  const kept = await db.given("select organization_id from public.services where id = $1", [service]);
  expect(kept).toEqual({ organization_id: north });
});

test("a steward writes neither audience nor place, notes, or anything that is no fact of the card", async ({
  db,
  cast,
}) => {
  const service = await serviceNamed(db, "coalition");
  for (const [field, value] of [
    ["audience", "everyone"],
    ["place", { address_1: "Elsewhere 1" }],
    ["notes", "Mine"],
    ["assurance", null],
    ["coalition_id", null],
    ["provider", { name: { en: "Us" } }],
  ] as const) {
    await expect(correct(db, cast, service, field, value)).rejects.toThrow("choose_one");
  }
  const updated = await db.as(
    cast.neighbor,
    "update public.services set audience = 'everyone' where id = $1 returning id",
    [service],
  );
  expect(updated).toEqual([]);
});

test("a steward that saw something else than what is there now writes nothing over it", async ({ db, cast }) => {
  const service = await serviceNamed(db, "coalition");
  await expect(
    db.as(cast.neighbor, "select public.correct_fact($1, $2, 'cost', '\"free\"', 'other')", [
      service,
      cast.organizations.south,
    ]),
  ).rejects.toThrow("changed_meanwhile");
});

test("nobody takes over what they do not see, as a partner, for another, or without the right to write", async ({
  db,
  cast,
}) => {
  const { north, south, east, far } = cast.organizations;
  for (const name of ["owner", "everyone", "named"]) await abandon(db, await serviceNamed(db, name));
  const open = await serviceNamed(db, "everyone");
  await expect(take(db, cast.neighbor, await serviceNamed(db, "owner"), south)).rejects.toThrow("not_found");
  await expect(take(db, cast.outsider, open, far)).rejects.toThrow("not_found");
  await expect(take(db, cast.neighbor, open, east)).rejects.toThrow("not_found");
  await expect(take(db, cast.editor, open, north)).rejects.toThrow("not_");
  await expect(take(db, "visitor", open, south)).rejects.toThrow("permission denied");
  await db.given("update public.standings set kind = 'partner' where organization_id = $1", [south]);
  await expect(take(db, cast.neighbor, open, south)).rejects.toThrow("not_to_be_taken_over");
  await db.given("update public.standings set kind = 'core' where organization_id = $1", [south]);
  await makeAll(db, south, "member");
  await expect(take(db, cast.neighbor, open, south)).rejects.toThrow("not_allowed");
});

test("without anybody who could write it, it is abandoned too; an answer in between keeps it", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const service = await serviceNamed(db, "everyone");
  await abandon(db, service);
  await verify(db, cast.editor, service, north, "owner");
  await expect(take(db, cast.neighbor, service, south)).rejects.toThrow("not_to_be_taken_over");
  await makeAll(db, north, "member");
  await take(db, cast.neighbor, service, south);
});

test("a steward that leaves the coalition, or sees the card no longer, looks after nothing", async ({ db, cast }) => {
  const service = await serviceNamed(db, "coalition");
  await correct(db, cast, service);
  await db.given("update public.services set audience = 'owner' where id = $1", [service]);
  await expect(
    db.as(cast.neighbor, "select public.correct_fact($1, $2, 'cost', '\"free\"', 'any')", [
      service,
      cast.organizations.south,
    ]),
  ).rejects.toThrow("not_found");
  expect(await db.as(cast.neighbor, "select steward_id from public.service_stewards")).toEqual([]);
  await db.given("delete from public.standings where organization_id = $1", [cast.organizations.south]);
  expect(await db.catalog("select from public.service_stewards")).toEqual([]);
});
