import { expect } from "vitest";
import { type Cast, test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";
import { clinic, importer, workshop } from "./support/imports";

const ofNorth = (db: TestDatabase, cast: Cast) => importer(db, cast.editor, cast.organizations.north);
const imported = (db: TestDatabase, title: string) =>
  db.given<{ id: string; state: string; audience: string; starts_at: Date; area: string }>(
    "select * from public.gatherings where title ->> 'en' = $1",
    [title],
  );

test("what is imported is a draft for its owner alone, its address in the detail, and the second time nothing changes", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  const first = await calendar.read([clinic, workshop]);
  expect((await calendar.preview(first)).entries.map(({ state }) => state)).toEqual(["new", "new"]);
  expect((await calendar.take(first, [1, 2])).made?.count).toBe(2);

  const made = await imported(db, "Clinic");
  expect(made).toMatchObject({ state: "draft", audience: "owner", area: "" });
  expect(made.starts_at.toISOString()).toBe("2031-03-01T18:00:00.000Z");
  expect(
    await db.given("select address, audience from public.gathering_details where gathering_id = $1", [made.id]),
  ).toEqual({
    address: "Zinnia Street 1",
    audience: "owner",
  });

  const again = await calendar.read([clinic, workshop]);
  expect(await calendar.preview(again)).toMatchObject({ entries: [], unchanged: 2, gone: [] });
  expect(await calendar.take(again, [1, 2])).toMatchObject({ made: { count: 0 }, changed: { count: 0 } });
});

test("pressing twice answers what the first press did", async ({ db, cast }) => {
  const calendar = ofNorth(db, cast);
  const draft = await calendar.read([clinic]);
  expect(await calendar.take(draft, [1])).toEqual(await calendar.take(draft, [1]));
  expect(await db.catalog("select from public.gatherings where title ->> 'en' = 'Clinic'")).toHaveLength(1);
});

test("only what changed there is written; what was changed here too is kept, unless somebody chooses theirs", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  await calendar.take(await calendar.read([clinic]), [1]);
  const { id } = await imported(db, "Clinic");
  await db.as(
    cast.editor,
    `update public.gatherings set description = '{"en": "Bring everything.", "ko": "서류"}' where id = $1`,
    [id],
  );

  const later = {
    ...clinic,
    title: { en: "Clinic moved" },
    description: { en: "Bring a pen." },
    address: "Zinnia Street 2",
  };
  const draft = await calendar.read([later]);
  const [entry] = (await calendar.preview(draft)).entries;
  expect(entry?.fields.map(({ name, conflict }) => [name, conflict])).toEqual([
    ["title", false],
    ["address", false],
    ["description", true],
  ]);
  expect((await calendar.take(draft, [1])).changed?.count).toBe(1);
  expect(await db.given("select title, description from public.gatherings where id = $1", [id])).toEqual({
    title: { en: "Clinic moved" },
    description: { en: "Bring everything.", ko: "서류" },
  });
  expect(await db.given("select address from public.gathering_details where gathering_id = $1", [id])).toEqual({
    address: "Zinnia Street 2",
  });
  expect((await calendar.preview(await calendar.read([later]))).entries).toEqual([]);

  const last = await calendar.read([{ ...later, description: { en: "Bring nothing." } }]);
  await calendar.take(last, [1], { theirs: [1] });
  expect(await db.given("select description from public.gatherings where id = $1", [id])).toEqual({
    description: { en: "Bring nothing.", ko: "서류" },
  });
});

test("an address that everyone can see changes by a choice alone", async ({ db, cast }) => {
  const calendar = ofNorth(db, cast);
  await calendar.take(await calendar.read([clinic]), [1]);
  const { id } = await imported(db, "Clinic");
  await db.given("update public.gatherings set state = 'scheduled', audience = 'everyone' where id = $1", [id]);
  await db.given("update public.gathering_details set audience = 'everyone' where gathering_id = $1", [id]);
  const moved = { ...clinic, address: "Aster Street 9" };
  const address = () => db.given("select address from public.gathering_details where gathering_id = $1", [id]);
  const draft = await calendar.read([moved]);
  expect((await calendar.preview(draft)).entries[0]?.fields).toMatchObject([{ name: "address", conflict: true }]);
  await calendar.take(draft, [1]);
  expect(await address()).toEqual({ address: "Zinnia Street 1" });
  await calendar.take(await calendar.read([{ ...clinic, address: "Aster Street 10" }]), [1], { theirs: [1] });
  expect(await address()).toEqual({ address: "Aster Street 10" });
});

test("what is gone is only proposed: a draft is deleted, a scheduled one cancelled with a reason, and neither unasked", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  await calendar.take(await calendar.read([clinic, workshop]), [1, 2]);
  const { id } = await imported(db, "Clinic");
  await db.given("update public.gatherings set state = 'scheduled' where id = $1", [id]);

  const empty = await calendar.read([]);
  const { gone } = await calendar.preview(empty);
  expect(gone.map(({ is_deleted }) => is_deleted).sort()).toEqual([false, true]);
  await calendar.take(empty, []);
  expect(await imported(db, "Clinic")).toMatchObject({ state: "scheduled" });

  await calendar.take(await calendar.read([]), [], { gone: gone.map((one) => one.id) });
  expect(await imported(db, "Clinic")).toMatchObject({ state: "cancelled", cancellation_reason: "Cancelled there" });
  expect(await db.catalog("select from public.gatherings where title ->> 'ko' = '배움터'")).toEqual([]);
});

test("nobody can name a gathering as gone that is not", async ({ db, cast }) => {
  const calendar = ofNorth(db, cast);
  const { id } = await db.given<{ id: string }>("select id from public.gatherings where title ->> 'en' = 'everyone'");
  await calendar.take(await calendar.read([]), [], { gone: [id] });
  expect(await imported(db, "everyone")).toMatchObject({ state: "scheduled" });
});

test("an entry that no gathering can be is set aside with its line and the reason; the others stay", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  const draft = await calendar.read([
    { ...clinic, ends: { wall: "2031-02-01T10:00:00", zone: null } },
    { ...workshop, zone: "Mars/Olympus" },
    { ...clinic, place: 3, uid: "c", starts: { wall: "2031-13-01T10:00:00", zone: null } },
    { ...clinic, place: 4, uid: "d", ends: { wall: "2032-03-01T12:00:00", zone: null } },
    { place: 5, line: 99, uid: "e", title: { en: "Private" }, reason: "private_there" },
    { ...clinic, place: 6, uid: "f" },
  ]);
  const preview = await calendar.preview(draft);
  expect(preview.set_aside.map(({ line, reason }) => [line, reason])).toEqual([
    [5, "ends_before_it_starts"],
    [5, "not_understood"],
    [5, "too_long_lasting"],
    [20, "unknown_time_zone"],
    [99, "private_there"],
  ]);
  expect(preview.entries.map(({ place }) => place)).toEqual([6]);
});

test.for([
  ["an instant", { at: "2031-07-01T17:00:00Z" }, "2031-07-01T10:00:00", null],
  ["a time of another zone", { wall: "2031-07-02T02:00:00", zone: "Asia/Seoul" }, "2031-07-01T10:00:00", null],
  ["a time the clocks skip", { wall: "2031-03-09T02:30:00", zone: null }, "2031-03-09T03:30:00", null],
  ["a repeated hour, the earlier", { wall: "2031-11-02T01:30:00", zone: null }, "2031-11-02T01:30:00", 0],
  ["a repeated hour by its instant, the later", { at: "2031-11-02T09:30:00Z" }, "2031-11-02T01:30:00", 1],
] as const)("%s becomes the wall time it means", async ([, starts, wall, fold], { db, cast }) => {
  const { ends: _, ...timed } = clinic;
  const calendar = ofNorth(db, cast);
  const draft = await calendar.read([{ ...timed, starts, lasting: { days: 0, seconds: 3600 } }]);
  expect((await calendar.preview(draft)).entries[0]?.when).toMatchObject({ starts_local: wall, starts_fold: fold });
});

test("the same entry imported by another organization is new there, whatever is known elsewhere", async ({
  db,
  cast,
}) => {
  await ofNorth(db, cast).take(await ofNorth(db, cast).read([clinic]), [1]);
  const far = importer(db, cast.outsider, cast.organizations.far);
  const draft = await far.read([clinic]);
  expect((await far.preview(draft)).entries.map(({ state }) => state)).toEqual(["new"]);
  await far.take(draft, [1]);
  expect(await db.catalog("select from public.gatherings where title ->> 'en' = 'Clinic'")).toHaveLength(2);
});

test.for(["viewer", "member", "neighbor", "outsider", "stranger", "removed", "signedOut", "both"] as const)(
  "the %s reads, previews and imports nothing of north's",
  async (name, { db, cast }) => {
    const draft = await ofNorth(db, cast).read([clinic]);
    const kind = ["viewer", "member", "both"].includes(name) ? "not_allowed" : "not_found";
    const other = importer(db, cast[name], cast.organizations.north);
    await expect(other.read([clinic])).rejects.toMatchObject({ message: kind });
    await expect(other.preview(draft)).rejects.toMatchObject({ message: kind });
    await expect(other.take(draft, [1])).rejects.toMatchObject({ message: kind });
    await expect(db.as(cast[name], "select public.begin_import($1)", [cast.organizations.north])).rejects.toMatchObject(
      { message: kind },
    );
  },
);

test("the address of a calendar is told to those who import alone", async ({ db, cast }) => {
  const { id } = await db.given<{ id: string }>(
    "select id from public.import_sources where name = 'calendar of north'",
  );
  const ask = (person: Person, organization: string) =>
    db.as(person, "select public.begin_import($1, $2) as answer", [organization, id]);
  expect(await ask(cast.editor, cast.organizations.north)).toEqual([
    { answer: { url: "https://calendar.example/secret.ics" } },
  ]);
  await expect(ask(cast.outsider, cast.organizations.far)).rejects.toMatchObject({ message: "not_found" });
});

test("thirty calendars an hour are read, the next is held back", async ({ db, cast }) => {
  const read = () => db.as(cast.editor, "select public.begin_import($1)", [cast.organizations.north]);
  for (let at = 0; at < 30; at += 1) await read();
  await expect(read()).rejects.toMatchObject({ message: "held_back" });
  await db.as(cast.admin, "select public.begin_import($1)", [cast.organizations.north]);
});

test("nobody deletes by import what others have seen", async ({ db, cast }) => {
  const calendar = ofNorth(db, cast);
  await calendar.take(await calendar.read([clinic]), [1]);
  const { id } = await imported(db, "Clinic");
  await db.given("update public.gatherings set state = 'scheduled', audience = 'everyone' where id = $1", [id]);
  await db.as(cast.editor, "select private.delete_unseen($1, $2)", [cast.organizations.north, id]);
  expect(await imported(db, "Clinic")).toMatchObject({ id });
});
