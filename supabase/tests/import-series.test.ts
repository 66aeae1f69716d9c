import { expect } from "vitest";
import { test } from "./support/cast";
import { choirDates, choirStarts, movedChoir, ofNorth } from "./support/imported-choir";
import { choir, laid } from "./support/imports";

test("what repeats becomes a series of drafts for its owner alone, at the same hour over the clock change; the second time nothing changes", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  const draft = await calendar.read([choir]);
  const [entry] = (await calendar.preview(draft)).entries;
  expect(entry).toMatchObject({ state: "new", series: { rule: "FREQ=WEEKLY;COUNT=4;BYDAY=SA", dates: 4 } });
  expect((await calendar.take(draft, [1])).made?.count).toBe(4);
  expect(await choirDates(db)).toEqual(
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
  expect(await choirStarts(db)).toHaveLength(4);
});

test("one date that was moved there is moved here and stays apart from the others; read again, nothing changes", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  const both = await calendar.read([choir, movedChoir]);
  expect((await calendar.preview(both)).entries.map((entry) => entry.instead_of)).toEqual([
    null,
    "2031-03-08T10:00:00",
  ]);
  expect(await calendar.take(both, [1, 2])).toMatchObject({ made: { count: 4 }, changed: { count: 0 } });
  expect((await choirDates(db)).map((date) => [date.starts, date.title, date.singled_out])).toEqual([
    ["03-01 10:00", "Choir", false],
    ["03-09 14:00", "Choir outdoors", true],
    ["03-15 10:00", "Choir", false],
    ["03-22 10:00", "Choir", false],
  ]);
  const again = await calendar.read([choir, movedChoir]);
  expect(await calendar.preview(again)).toMatchObject({ entries: [], unchanged: 2, gone: [] });

  const renamed = await calendar.read([{ ...choir, title: { en: "Choir for all" } }, movedChoir]);
  await calendar.take(renamed, [1, 2]);
  expect((await choirDates(db)).map(({ title }) => title)).toEqual([
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
  await calendar.take(await calendar.read([choir, movedChoir]), [2]);
  expect(await choirStarts(db)).toEqual([]);
  await calendar.take(await calendar.read([movedChoir]), [2]);
  expect(await choirStarts(db)).toEqual(["03-09 14:00"]);
});

test("a date changed there later changes the one that is here, once it is chosen", async ({ db, cast }) => {
  const calendar = ofNorth(db, cast);
  await calendar.take(await calendar.read([choir]), [1]);
  const draft = await calendar.read([choir, movedChoir]);
  const [entry] = (await calendar.preview(draft)).entries;
  expect([entry?.state, entry?.fields.map(({ name, conflict }) => [name, conflict])]).toEqual([
    "changed",
    [
      ["title", false],
      ["when", false],
    ],
  ]);
  await calendar.take(draft, [2]);
  expect(await choirStarts(db)).toEqual(["03-01 10:00", "03-09 14:00", "03-15 10:00", "03-22 10:00"]);
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
