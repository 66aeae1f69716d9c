import { expect } from "vitest";
import { test } from "./support/cast";
import { choirDates, choirStarts, movedChoir, ofNorth, publishChoir } from "./support/imported-choir";
import { choir, laid } from "./support/imports";

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
  expect(await choirStarts(db)).toEqual(["03-01 14:00", "03-15 14:00", "03-22 14:00", "03-29 14:00"]);
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
  await publishChoir(db);
  const without = laid({ days: ["01", "08", "22"], excepted: ["15"] });
  const draft = await calendar.read([without]);
  expect((await calendar.preview(draft)).entries[0]).toMatchObject({ is_seen: true });
  await expect(calendar.take(draft, [1], { reason: " " })).rejects.toMatchObject({ message: "reason_required" });
  await calendar.take(draft, [1]);
  expect((await choirDates(db)).map((date) => [date.starts, date.state])).toEqual([
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
  expect((await choirDates(db)).map(({ title }) => title)).toEqual([
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
  expect(await choirStarts(db)).toEqual(["03-01 10:00"]);
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
  expect(await choirStarts(db)).toEqual(["03-01 11:00", "03-08 11:00", "03-15 11:00", "03-22 11:00"]);
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
  expect(await choirStarts(db)).toHaveLength(4);
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
  await calendar.take(await calendar.read([choir, movedChoir]), [1, 2]);
  const { gone } = await calendar.preview(await calendar.read([]));
  expect(gone).toMatchObject([{ is_deleted: true, dates: 4 }]);
  await calendar.take(await calendar.read([]), [], { gone: gone.map(({ id }) => id) });
  expect(await choirStarts(db)).toEqual([]);

  await calendar.take(await calendar.read([choir]), [1]);
  await publishChoir(db);
  const seen = (await calendar.preview(await calendar.read([]))).gone;
  expect(seen).toMatchObject([{ is_deleted: false, dates: 4 }]);
  await calendar.take(await calendar.read([]), [], { gone: seen.map(({ id }) => id) });
  expect((await choirDates(db)).map(({ state }) => state)).toEqual(Array(4).fill("cancelled"));
});
