import { expect } from "vitest";
import { type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";
import { choir, importer, laid } from "./support/imports";

const ofNorth = (db: TestDatabase, cast: Cast) => importer(db, cast.editor, cast.organizations.north);
const dates = (db: TestDatabase) =>
  db.catalog<{ starts: string; title: string; state: string; audience: string; singled_out: boolean }>(
    `select to_char(g.starts_local, 'MM-DD HH24:MI') as starts, g.title ->> 'en' as title, g.state, g.audience, g.singled_out
     from public.gatherings g join public.organizations o on o.id = g.organization_id
     where o.slug = 'north' and g.title ->> 'en' like 'Choir%' order by g.starts_local`,
  );
const starts = async (db: TestDatabase) => (await dates(db)).map((date) => date.starts);
const publish = (db: TestDatabase) =>
  db.given(
    `with made as (update public.gatherings set state = 'scheduled', audience = 'everyone' where title ->> 'en' = 'Choir' returning 1)
     select count(*) from made`,
  );
const moved = {
  ...choir,
  ...{ place: 2, line: 20, title: { en: "Choir outdoors" }, repeats: undefined, series: undefined },
  recurrence: { wall: "2031-03-08T10:00:00", zone: null, of: null },
  starts: { wall: "2031-03-09T14:00:00", zone: null },
  ends: { wall: "2031-03-09T16:00:00", zone: null },
};

test("what repeats becomes a series of drafts for its owner alone, at the same hour over the clock change; the second time nothing changes", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  const draft = await calendar.read([choir]);
  const [entry] = (await calendar.preview(draft)).entries;
  expect(entry).toMatchObject({ state: "new", series: { rule: "FREQ=WEEKLY;COUNT=4;BYDAY=SA", dates: 4 } });
  expect((await calendar.take(draft, [1])).made?.count).toBe(4);
  expect(await dates(db)).toEqual(
    ["03-01", "03-08", "03-15", "03-22"].map((day) => ({
      ...{ starts: `${day} 10:00`, title: "Choir", state: "draft", audience: "owner", singled_out: false },
    })),
  );
  expect(
    await db.given(
      "select count(distinct g.series_id)::integer as series, count(distinct d.address)::integer as addresses, count(*)::integer as details from public.gatherings g join public.gathering_details d on d.gathering_id = g.id where g.title ->> 'en' = 'Choir'",
    ),
  ).toEqual({ series: 1, addresses: 1, details: 4 });
  const again = await calendar.read([choir]);
  expect(await calendar.preview(again)).toMatchObject({ entries: [], unchanged: 1, gone: [] });
  expect(await calendar.take(again, [1])).toMatchObject({ made: { count: 0 }, changed: { count: 0 } });
  expect(await starts(db)).toHaveLength(4);
});

test("one date that was moved there is moved here and stays apart from the others; read again, nothing changes", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  const both = await calendar.read([choir, moved]);
  expect((await calendar.preview(both)).entries.map((entry) => entry.instead_of)).toEqual([
    null,
    "2031-03-08T10:00:00",
  ]);
  expect(await calendar.take(both, [1, 2])).toMatchObject({ made: { count: 4 }, changed: { count: 0 } });
  expect((await dates(db)).map((date) => [date.starts, date.title, date.singled_out])).toEqual([
    ["03-01 10:00", "Choir", false],
    ["03-09 14:00", "Choir outdoors", true],
    ["03-15 10:00", "Choir", false],
    ["03-22 10:00", "Choir", false],
  ]);
  const again = await calendar.read([choir, moved]);
  expect(await calendar.preview(again)).toMatchObject({ entries: [], unchanged: 2, gone: [] });

  const renamed = await calendar.read([{ ...choir, title: { en: "Choir for all" } }, moved]);
  await calendar.take(renamed, [1, 2]);
  expect((await dates(db)).map(({ title }) => title)).toEqual([
    "Choir for all",
    "Choir outdoors",
    "Choir for all",
    "Choir for all",
  ]);
});

test("a change of one date is left out with its series, and comes alone where the calendar holds no more", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  await calendar.take(await calendar.read([choir, moved]), [2]);
  expect(await starts(db)).toEqual([]);
  await calendar.take(await calendar.read([moved]), [2]);
  expect(await starts(db)).toEqual(["03-09 14:00"]);
});

test("a date changed there later changes the one that is here, once it is chosen", async ({ db, cast }) => {
  const calendar = ofNorth(db, cast);
  await calendar.take(await calendar.read([choir]), [1]);
  const draft = await calendar.read([choir, moved]);
  const [entry] = (await calendar.preview(draft)).entries;
  expect([entry?.state, entry?.fields.map(({ name, conflict }) => [name, conflict])]).toEqual([
    "changed",
    [
      ["title", false],
      ["when", false],
    ],
  ]);
  await calendar.take(draft, [2]);
  expect(await starts(db)).toEqual(["03-01 10:00", "03-09 14:00", "03-15 10:00", "03-22 10:00"]);
});

test("a changed rule keeps the dates that it still names, with their hour; drafts that it no longer names are gone, and new ones come", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  await calendar.take(await calendar.read([choir]), [1]);
  const before = await db.catalog<{ id: string }>(
    "select id from public.gatherings where title ->> 'en' = 'Choir' order by starts_at",
  );
  const later = laid({ days: ["01", "15", "22", "29"], hour: "14:00", rule: "FREQ=WEEKLY;COUNT=5;BYDAY=SA" });
  const draft = await calendar.read([later]);
  const [entry] = (await calendar.preview(draft)).entries;
  expect(entry?.fields.map(({ name, conflict }) => [name, conflict])).toEqual([["repeats", false]]);
  await calendar.take(draft, [1]);
  expect(await starts(db)).toEqual(["03-01 14:00", "03-15 14:00", "03-22 14:00", "03-29 14:00"]);
  const after = await db.catalog<{ id: string }>(
    "select id from public.gatherings where title ->> 'en' = 'Choir' order by starts_at",
  );
  expect(after.slice(0, 3).map(({ id }) => id)).toEqual([0, 2, 3].map((at) => before[at]?.id));
  expect(await calendar.preview(await calendar.read([later]))).toMatchObject({ entries: [], unchanged: 1 });
});

test("a date that was published and is left out there is cancelled with a reason, and never without", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  await calendar.take(await calendar.read([choir]), [1]);
  await publish(db);
  const without = laid({ days: ["01", "08", "22"], excepted: ["15"] });
  const draft = await calendar.read([without]);
  expect((await calendar.preview(draft)).entries[0]).toMatchObject({ is_seen: true });
  await expect(calendar.take(draft, [1], { reason: " " })).rejects.toMatchObject({ message: "reason_required" });
  await calendar.take(draft, [1]);
  expect((await dates(db)).map((date) => [date.starts, date.state])).toEqual([
    ["03-01 10:00", "scheduled"],
    ["03-08 10:00", "scheduled"],
    ["03-15 10:00", "cancelled"],
    ["03-22 10:00", "scheduled"],
  ]);
});

test("what was edited here by hand stays: a title, one date, and how it repeats, until somebody chooses theirs", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  await calendar.take(await calendar.read([choir]), [1]);
  await db.given(
    `with made as (update public.gatherings set title = '{"en": "Choir of ours"}', singled_out = true
     where title ->> 'en' = 'Choir' and starts_local::date = '2031-03-15' returning 1) select count(*) from made`,
  );
  await db.given(
    `with made as (update public.gathering_series set rule = 'FREQ=WEEKLY;COUNT=9;BYDAY=SA' where id in
     (select series_id from public.gatherings where title ->> 'en' = 'Choir') returning 1) select count(*) from made`,
  );
  const later = { ...laid({ days: ["01", "08"], rule: "FREQ=WEEKLY;COUNT=2;BYDAY=SA" }), title: { en: "Choir there" } };
  const draft = await calendar.read([later]);
  const [entry] = (await calendar.preview(draft)).entries;
  expect(entry?.fields.map(({ name, conflict }) => [name, conflict])).toEqual([
    ["title", false],
    ["repeats", true],
  ]);
  await calendar.take(draft, [1]);
  expect((await dates(db)).map(({ title }) => title)).toEqual([
    "Choir there",
    "Choir there",
    "Choir of ours",
    "Choir there",
  ]);
  await calendar.take(
    await calendar.read([
      {
        ...later,
        repeats: { ...later.repeats, excepted: ["2031-03-08T10:00:00"] },
        series: { ...later.series, occurrences: ["2031-03-01T10:00:00"] },
      },
    ]),
    [1],
    { theirs: [1] },
  );
  expect(await starts(db)).toEqual(["03-01 10:00"]);
});

test("a series laid out anew here is still known when the calendar is read again", async ({ db, cast }) => {
  const calendar = ofNorth(db, cast);
  await calendar.take(await calendar.read([choir]), [1]);
  const { id, version } = await db.given<{ id: string; version: number }>(
    "select id, version from public.gatherings where title ->> 'en' = 'Choir' order by starts_at limit 1",
  );
  const card = {
    title: { en: "Choir" },
    starts_local: "2031-03-01T11:00:00",
    ends_local: "2031-03-01T12:00:00",
    time_zone: "America/Los_Angeles",
    audience: "owner",
    state: "draft",
  };
  const walls = ["01", "08", "15", "22"].map((day) => `2031-03-${day}T11:00:00`);
  await db.as(cast.editor, "select public.revise_series($1, $2, $3, $4, '{}', null, null, 'all', $5)", [
    id,
    cast.organizations.north,
    version,
    card,
    {
      rule: "FREQ=WEEKLY;COUNT=4;BYDAY=SA",
      occurrences: walls,
      finished: true,
      expanded_until: walls[3],
      from: "2031-03-01T10:00:00",
    },
  ]);
  expect(await starts(db)).toEqual(["03-01 11:00", "03-08 11:00", "03-15 11:00", "03-22 11:00"]);
  expect(await calendar.preview(await calendar.read([choir]))).toMatchObject({ entries: [], unchanged: 1, gone: [] });
});

test("what is a single gathering here and repeats there from now on becomes a series, and the other way round", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  const single = { ...choir, repeats: undefined, series: undefined };
  await calendar.take(await calendar.read([single]), [1]);
  const { id } = await db.given<{ id: string }>("select id from public.gatherings where title ->> 'en' = 'Choir'");
  await calendar.take(await calendar.read([choir]), [1]);
  expect(await starts(db)).toHaveLength(4);
  expect(await calendar.preview(await calendar.read([choir]))).toMatchObject({ entries: [], unchanged: 1 });
  await calendar.take(await calendar.read([single]), [1]);
  expect(await db.catalog("select id, series_id from public.gatherings where title ->> 'en' = 'Choir'")).toEqual([
    { id, series_id: null },
  ]);
  expect(await calendar.preview(await calendar.read([single]))).toMatchObject({ entries: [], unchanged: 1 });
});

test("a series that is gone there is proposed as one; chosen, its drafts are deleted and what was seen is cancelled", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  await calendar.take(await calendar.read([choir, moved]), [1, 2]);
  const { gone } = await calendar.preview(await calendar.read([]));
  expect(gone).toMatchObject([{ is_deleted: true, dates: 4 }]);
  await calendar.take(await calendar.read([]), [], { gone: gone.map(({ id }) => id) });
  expect(await starts(db)).toEqual([]);

  await calendar.take(await calendar.read([choir]), [1]);
  await publish(db);
  const seen = (await calendar.preview(await calendar.read([]))).gone;
  expect(seen).toMatchObject([{ is_deleted: false, dates: 4 }]);
  await calendar.take(await calendar.read([]), [], { gone: seen.map(({ id }) => id) });
  expect((await dates(db)).map(({ state }) => state)).toEqual(Array(4).fill("cancelled"));
});

test("a series of which the clocks show no date is set aside", async ({ db, cast }) => {
  const calendar = ofNorth(db, cast);
  const never = laid({ days: ["09"], hour: "02:30", rule: "FREQ=YEARLY;COUNT=1" });
  expect((await calendar.preview(await calendar.read([never]))).set_aside).toMatchObject([
    { reason: "no_occurrences" },
  ]);
});

test.for([
  ["an instant", { at: "2031-07-01T06:59:59Z", of: "America/Los_Angeles" }, "2031-06-30T23:59:59"],
  [
    "a time of another zone",
    { wall: "2031-07-02T02:00:00", zone: "Asia/Seoul", of: "America/Los_Angeles" },
    "2031-07-01T10:00:00",
  ],
  [
    "a time of the calendar's own zone",
    { wall: "2031-07-01T10:00:00", zone: null, of: "Asia/Seoul" },
    "2031-07-02T02:00:00",
  ],
  ["a zone there is not", { at: "2031-07-01T06:59:59Z", of: "Mars/Olympus" }, null],
  ["no time", { wall: "2031-13-01T10:00:00", zone: null, of: null }, null],
] as const)("%s falls on the wall time it means", async ([, moment, wall], { db, cast }) => {
  const asked = [cast.organizations.north, "America/Los_Angeles", [moment]];
  expect(await db.as(cast.editor, "select public.wall_times($1, $2, $3) as walls", asked)).toEqual([{ walls: [wall] }]);
});

test.for(["viewer", "member", "neighbor", "outsider", "stranger", "removed", "signedOut", "both"] as const)(
  "the %s asks no wall times, forgets no address and takes no series as north",
  async (name, { db, cast }) => {
    const { id } = await db.given<{ id: string }>(
      "select id from public.import_sources where name = 'calendar of north'",
    );
    const kind = ["viewer", "member", "both"].includes(name) ? "not_allowed" : "not_found";
    const { north } = cast.organizations;
    const ask = (call: string, values: unknown[]) => db.as(cast[name], `select public.${call}`, values);
    await expect(ask("wall_times($1, null, '[]')", [north])).rejects.toMatchObject({ message: kind });
    await expect(ask("forget_calendar($1, $2)", [north, id])).rejects.toMatchObject({ message: kind });
    const draft = await ofNorth(db, cast).read([choir]);
    await expect(importer(db, cast[name], north).take(draft, [1])).rejects.toMatchObject({ message: kind });
    expect(await starts(db)).toEqual([]);
  },
);

test("an address is forgotten with what was read from it and waits; what was imported stays, and that of others too", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  const source = {
    kind: "address",
    name: "calendar of north",
    url: "https://calendar.example/secret.ics",
    charset: "utf-8",
  };
  await calendar.take(await calendar.read([choir], source), [1]);
  const waiting = await calendar.read([choir], source);
  const { id } = await db.given<{ id: string }>(
    "select id from public.import_sources where name = 'calendar of north'",
  );
  await db.as(cast.editor, "select public.forget_calendar($1, $2)", [cast.organizations.north, id]);
  await expect(calendar.preview(waiting)).rejects.toMatchObject({ message: "import_over" });
  expect(await starts(db)).toHaveLength(4);
  expect(await db.catalog("select name from public.import_sources")).toEqual([{ name: "calendar of far" }]);
  await expect(
    db.as(cast.editor, "select public.forget_calendar($1, $2)", [cast.organizations.north, id]),
  ).rejects.toMatchObject({ message: "not_found" });
});
