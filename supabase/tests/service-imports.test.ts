import { expect } from "vitest";
import { fullService } from "../../tests/support/exchanged-service";
import { type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";
import { serviceImporter } from "./support/service-imports";

const { hsds_id: uid, ...content } = { ...fullService, terms: [] };
const hotline = {
  uid: "0f9d0f0e-3f44-4b6e-9f39-2c6f4f4a0055",
  content: { ...content, name: { en: "Hotline" }, places: [], source_language: "en" },
};
const ofNorth = (db: TestDatabase, cast: Cast) => serviceImporter(db, cast.editor, cast.organizations.north);
const serviceOf = (db: TestDatabase, id = uid) =>
  db.given<{ id: string; audience: string; state: string; website: string; email: string; version: number }>(
    "select * from public.services where hsds_id = $1",
    [id],
  );

test("what leaves one organization is whole in another, and leaves that the same", async ({ db, cast }) => {
  const north = ofNorth(db, cast);
  await north.take(await north.read([{ uid, content }, hotline]));
  const left = (await north.exported()).filter(({ hsds_id }) => hsds_id === uid || hsds_id === hotline.uid);
  expect(left).toHaveLength(2);
  expect(left.find(({ hsds_id }) => hsds_id === uid)).toEqual({ hsds_id: uid, ...content });

  const far = serviceImporter(db, cast.outsider, cast.organizations.far);
  const before = await far.exported();
  await far.take(await far.read(left.map(({ hsds_id, ...each }) => ({ uid: String(hsds_id), content: each }))));
  const arrived = (await far.exported()).filter(({ hsds_id }) => !before.some((each) => each.hsds_id === hsds_id));
  expect(arrived).toEqual(left);
});

test("taken in twice, a file changes nothing, not even a version", async ({ db, cast }) => {
  const north = ofNorth(db, cast);
  expect((await north.take(await north.read([{ uid, content }, hotline]))).result).toMatchObject({ made: 2 });
  const { version } = await serviceOf(db);
  const again = await north.read([{ uid, content }, hotline]);
  expect((await north.page(again)).counts).toEqual({ made: 0, changed: 0, conflicts: 0, same: 2, refused: 0 });
  expect((await north.take(again)).result).toMatchObject({ made: 0, changed: 0, same: 2 });
  expect((await serviceOf(db)).version).toBe(version);
});

test("new services are their owner's alone, places included, until somebody decides otherwise", async ({
  db,
  cast,
}) => {
  const north = ofNorth(db, cast);
  await north.take(await north.read([{ uid, content }]));
  expect(await serviceOf(db)).toMatchObject({ audience: "owner", state: "active" });
  expect(await db.as("visitor", "select id from public.services where hsds_id = $1", [uid])).toEqual([]);

  await north.take(await north.read([hotline], "everyone.json"), { audience: "everyone" });
  expect(await db.as("visitor", "select name from public.services where hsds_id = $1", [hotline.uid])).toHaveLength(1);
});

test("a place stays its owner's where the card is everyone's", async ({ db, cast }) => {
  const north = ofNorth(db, cast);
  await north.take(await north.read([{ uid, content }]), { audience: "everyone" });
  const [seen] = await db.as("visitor", "select public.hsds_service($1) as service", [uid]);
  expect(seen?.service).toMatchObject({ hsds_id: uid, places: [] });
  expect(JSON.stringify(seen)).not.toContain("Demonstration Avenue");
});

test("only what changed there is written; what was changed here stays and becomes a conflict", async ({ db, cast }) => {
  const north = ofNorth(db, cast);
  await north.take(await north.read([{ uid, content }]));
  await db.as(cast.editor, "update public.services set website = 'https://ours.example' where hsds_id = $1", [uid]);

  const later = { ...content, website: "https://theirs.example", email: "new@krcla.example" };
  const draft = await north.read([{ uid, content: later }]);
  const preview = await north.page(draft);
  expect(preview.counts).toMatchObject({ changed: 1, conflicts: 1 });
  expect(preview.changed[0]?.fields.map(({ name, conflict }) => [name, conflict])).toEqual([
    ["email", false],
    ["website", true],
  ]);
  const done = await north.take(draft);
  expect(await serviceOf(db)).toMatchObject({ website: "https://ours.example", email: "new@krcla.example" });
  const conflict = { name: "website", ours: "https://ours.example", theirs: "https://theirs.example" };
  expect(done.conflicts).toEqual([expect.objectContaining({ row: 2, fields: [conflict] })]);
  const noted = "select field, theirs, source from public.service_disagreements";
  expect(await db.as(cast.editor, noted)).toContainEqual({
    ...{ field: "website", theirs: "https://theirs.example", source: "partner.json" },
  });

  const same = await north.read([{ uid, content: later }]);
  expect((await north.page(same)).counts).toMatchObject({ changed: 0, same: 1 });

  const last = { ...later, website: "https://last.example" };
  const chosen = await north.read([{ uid, content: last }]);
  expect((await north.page(chosen)).counts.conflicts).toBe(1);
  expect((await north.take(chosen, { theirs: [1] })).conflicts).toEqual([]);
  expect(await db.as(cast.editor, `${noted} where source = 'partner.json'`)).toEqual([]);
  expect((await serviceOf(db)).website).toBe("https://last.example");
});

test("a service that somebody listed by hand is overwritten by no file", async ({ db, cast }) => {
  const north = ofNorth(db, cast);
  await db.given(
    `insert into public.services (organization_id, hsds_id, name, source_language, time_zone, website)
     values ($1, $2, '{"ko": "시민권 신청 상담"}', 'ko', 'America/Los_Angeles', 'https://ours.example')`,
    [cast.organizations.north, uid],
  );
  const draft = await north.read([
    { uid, content: { name: { ko: "시민권 신청 상담" }, website: "https://theirs.example" } },
  ]);
  expect((await north.page(draft)).counts).toMatchObject({ changed: 1, conflicts: 1 });
  await north.take(draft);
  expect((await serviceOf(db)).website).toBe("https://ours.example");
});

test("a translation that was added here is no business of a file without it", async ({ db, cast }) => {
  const north = ofNorth(db, cast);
  await north.take(await north.read([hotline]));
  await db.as(cast.editor, `update public.services set name = name || '{"ko": "상담 전화"}' where hsds_id = $1`, [
    hotline.uid,
  ]);
  const renamed = { ...hotline, content: { ...hotline.content, name: { en: "Help line" } } };
  const done = await north.take(await north.read([renamed]));
  expect(done.result).toMatchObject({ changed: 1 });
  expect(await db.given("select name from public.services where hsds_id = $1", [hotline.uid])).toEqual({
    name: { en: "Help line", ko: "상담 전화" },
  });
});

test("rows that somebody leaves out stay out, and rows that were set aside have a reason", async ({ db, cast }) => {
  const north = ofNorth(db, cast);
  const refused = [{ field: "url", reason: "link_not_web" }];
  const draft = await north.read([{ uid, content }, hotline, { uid, content: null, refused }]);
  expect((await north.page(draft)).refused).toEqual([{ row: 4, title: "", findings: refused }]);
  expect((await north.take(draft, { left: [1] })).result).toMatchObject({ made: 1, left: 1, refused: 1 });
  expect(await serviceOf(db)).toBeUndefined();
});

test("where a service came from is kept: which file, which row", async ({ db, cast }) => {
  const north = ofNorth(db, cast);
  await north.take(await north.read([hotline, { uid, content }]));
  expect(await db.given("select source_name, row_number from public.imported_services where uid = $1", [uid])).toEqual({
    source_name: "partner.json",
    row_number: 3,
  });
});

test("an import goes back whole: what it made is gone, what it changed says what it said", async ({ db, cast }) => {
  const north = ofNorth(db, cast);
  await north.take(await north.read([{ uid, content }]));
  const before = await north.exported();
  const later = { ...content, website: "https://theirs.example", phones: [], places: [], name: { ko: "다른 이름" } };
  const second = await north.read([{ uid, content: later }, hotline], "second.json");
  await north.take(second);
  expect(await north.exported()).not.toEqual(before);
  expect((await north.undo(second)).result.undone).toEqual({ removed: 1, closed: 0, restored: 1, kept: 0 });
  expect(await north.exported()).toEqual(before);
  // What is known of the first import is what it was: the same file is new again.
  expect((await north.page(await north.read([{ uid, content: later }, hotline]))).counts).toMatchObject({
    made: 1,
    changed: 1,
    conflicts: 0,
  });
});

test("undone, what somebody has changed since stays, and what others have seen is closed", async ({ db, cast }) => {
  const north = ofNorth(db, cast);
  const third = { uid: "0f9d0f0e-3f44-4b6e-9f39-2c6f4f4a0066", content: hotline.content };
  const draft = await north.read([{ uid, content }, hotline, third]);
  await north.take(draft, { audience: "coalition", coalition: cast.coalitions.plan });
  await db.as(cast.editor, "update public.services set website = 'https://ours.example' where hsds_id = $1", [uid]);
  expect((await north.undo(draft)).result.undone).toEqual({ removed: 0, closed: 2, restored: 0, kept: 1 });
  expect(await serviceOf(db)).toMatchObject({ state: "active", website: "https://ours.example" });
  expect(await serviceOf(db, hotline.uid)).toMatchObject({ state: "closed" });
});

test("of a change that goes back, a field that was changed again stays", async ({ db, cast }) => {
  const north = ofNorth(db, cast);
  await north.take(await north.read([{ uid, content }]));
  const second = await north.read([
    { uid, content: { ...content, website: "https://b.example", email: "b@krcla.example" } },
  ]);
  await north.take(second);
  await db.as(cast.editor, "update public.services set website = 'https://ours.example' where hsds_id = $1", [uid]);
  expect((await north.undo(second)).result.undone).toEqual({ removed: 0, closed: 0, restored: 1, kept: 1 });
  expect(await serviceOf(db)).toMatchObject({ website: "https://ours.example", email: content.email });
});

test("after a day nothing goes back any more", async ({ db, cast }) => {
  const north = ofNorth(db, cast);
  const draft = await north.read([hotline]);
  await north.take(draft);
  await db.given("update public.service_imports set taken_at = now() - interval '25 hours'");
  await expect(north.undo(draft)).rejects.toMatchObject({ message: "undo_is_over" });
});

test("only those who write the directory read files into it", async ({ db, cast }) => {
  const { north } = cast.organizations;
  for (const [person, error] of [
    [cast.viewer, "not_allowed"],
    [cast.member, "not_allowed"],
    [cast.neighbor, "not_found"],
    [cast.outsider, "not_found"],
  ] as const) {
    const importer = serviceImporter(db, person, north);
    await expect(importer.read([hotline])).rejects.toMatchObject({ message: error });
    await expect(importer.ask("public.begin_service_import($1)", [])).rejects.toMatchObject({ message: error });
  }
  const draft = await ofNorth(db, cast).read([hotline]);
  await expect(serviceImporter(db, cast.outsider, cast.organizations.far).page(draft)).rejects.toMatchObject({
    message: "import_over",
  });
});
