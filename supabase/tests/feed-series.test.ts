import fc from "fast-check";
import ICAL from "ical.js";
import { convertIcsCalendar } from "ts-ics";
import { expect } from "vitest";
import { timeZoneComponent } from "../../app/features/feeds/time-zone-component";
import { writeFeed } from "../../app/features/feeds/write-feed.server";
import { zoneClock } from "../../app/features/feeds/zone-clock";
import { test } from "./support/cast";
import { type Made, makeSeries, open, readBack, setting, stored, writtenFor } from "./support/feed-series";

const series: Record<string, Made> = {
  "a weekly class in Los Angeles": {
    zone: "America/Los_Angeles",
    rule: "FREQ=WEEKLY;BYDAY=SA",
    starts: "2027-01-02 10:00",
    count: 60,
  },
  "a daily one over both changes of the clocks": {
    zone: "America/Chicago",
    rule: "FREQ=DAILY",
    starts: "2027-02-20 09:00",
    count: 280,
    every: "1 day",
  },
  "one in an hour that is skipped once": {
    zone: "America/New_York",
    rule: "FREQ=DAILY",
    starts: "2027-03-01 02:30",
    count: 40,
    every: "1 day",
  },
  "one in an hour that comes twice": {
    zone: "America/New_York",
    rule: "FREQ=DAILY",
    starts: "2027-10-20 01:30",
    count: 40,
    every: "1 day",
  },
  "a night shift": {
    zone: "America/Los_Angeles",
    rule: "FREQ=DAILY",
    starts: "2027-10-20 23:00",
    hours: 6,
    count: 40,
    every: "1 day",
  },
  "one in Seoul, whose clocks never change": {
    zone: "Asia/Seoul",
    rule: "FREQ=WEEKLY;INTERVAL=2",
    starts: "2027-01-06 19:00",
    count: 30,
    every: "2 weeks",
  },
  "one on Lord Howe, by half an hour": {
    zone: "Australia/Lord_Howe",
    rule: "FREQ=DAILY",
    starts: "2027-03-20 01:45",
    count: 40,
    every: "1 day",
  },
  "one in Vancouver, where two computers may differ": {
    zone: "America/Vancouver",
    rule: "FREQ=WEEKLY",
    starts: "2026-12-02 10:00",
    count: 60,
  },
};

for (const [name, made] of Object.entries(series)) {
  test(`${name}, with exceptions, moved and cancelled ones, is read back as exactly the instants that Postgres has`, async ({
    db,
    cast,
  }) => {
    const id = await makeSeries(db, cast, made);
    const at = (place: number) =>
      `(select id from public.gatherings where series_id = '${id}' order by recurrence_local offset ${place} limit 1)`;
    const change = (to: string, place: number) =>
      db.given(`update public.gatherings set ${to} where id = ${at(place)}`);
    await change("audience = 'owner'", 3);
    await db.given(`delete from public.gatherings where id = ${at(4)}`);
    await change(
      "starts_local = date_trunc('day', starts_local) + time '12:15', ends_local = date_trunc('day', starts_local) + time '13:15', starts_fold = null, ends_fold = null",
      6,
    );
    await change("state = 'cancelled', cancellation_reason = '비가 와요'", 7);
    await change(`title = '{"ko": "다른 제목, 쉼표; 쌍반점"}'`, 9);

    const { written } = await writtenFor(db, open);
    expect(readBack(written)).toEqual(await stored(db));
    expect(written.match(/^UID:/gm)?.length, "entries").toBeLessThan(40);
    expect(written).toContain("RRULE:");
  });
}

test("what one may not see looks like what does not take place, and no rule tells more than the dates one sees", async ({
  db,
  cast,
}) => {
  const made = {
    zone: "America/Chicago",
    rule: "FREQ=WEEKLY;BYDAY=MO;COUNT=500",
    starts: "2027-01-04 10:00",
    count: 30,
  };
  const id = await makeSeries(db, cast, made);
  const third = `(select id from public.gatherings where series_id = '${id}' order by recurrence_local offset 3 limit 1)`;
  await db.given(
    "update public.gatherings set audience = 'owner' where series_id = $1 and recurrence_local > '2027-06-01'",
    [id],
  );
  await db.given(`update public.gatherings set audience = 'owner' where id = ${third}`);
  const hidden = await writtenFor(db, open);
  await db.given(`delete from public.gatherings where id = ${third}`);
  await db.given(
    "update public.gathering_series set rule = 'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=77', excepted = '{2027-02-01 10:00}' where id = $1",
    [id],
  );
  await db.given("delete from public.gatherings where series_id = $1 and audience = 'owner'", [id]);
  const gone = await writtenFor(db, open);
  expect(gone.written).toBe(hidden.written);
  expect(hidden.written).toMatch(/RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20270531T150000Z/);
});

test("extra dates, and a series without a rule, are read back too", async ({ db, cast }) => {
  await makeSeries(db, cast, {
    zone: "America/Chicago",
    rule: "",
    starts: "2027-01-04 10:00",
    count: 5,
    every: "11 days",
  });
  const id = await makeSeries(db, cast, {
    zone: "America/Chicago",
    rule: "FREQ=WEEKLY",
    starts: "2027-03-01 10:00",
    count: 10,
  });
  for (const wall of ["2027-02-25 10:00", "2027-03-31 15:00"]) {
    await db.given(
      `insert into public.gatherings (organization_id, series_id, recurrence_local, title, audience, state, starts_local, ends_local, time_zone)
       values ($1, $2, $3::timestamp, '{"ko": "한글 교실"}', 'everyone', 'scheduled', $3::timestamp, $3::timestamp + interval '2 hours', 'America/Chicago')`,
      [cast.organizations.north, id, wall],
    );
  }
  const { written } = await writtenFor(db, open);
  expect(readBack(written)).toEqual(await stored(db));
});

test("what a feed says of the clocks is what Postgres says, in zones with and without changes", async ({ db }) => {
  const zones = [
    "America/Los_Angeles",
    "America/Phoenix",
    "Asia/Seoul",
    "Asia/Kathmandu",
    "Europe/London",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "America/Santiago",
    "Africa/Casablanca",
    "UTC",
  ];
  for (const zone of zones) {
    const clock = zoneClock(zone, 2026, 2029);
    if (!clock) throw new Error(zone);
    const read = new ICAL.Timezone(
      new ICAL.Component(
        ICAL.parse(`BEGIN:VCALENDAR\r\n${timeZoneComponent(clock)}END:VCALENDAR`),
      ).getFirstSubcomponent("vtimezone") as ICAL.Component,
    );
    const rows = await db.catalog<{ at: string; wall: string }>(
      `select to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS') || 'Z' as at, to_char(at at time zone 'UTC' at time zone $1, 'YYYY-MM-DD"T"HH24:MI:SS') as wall
       from (select timestamp '2026-01-02 06:30' + n * interval '12 days 5 hours' as at from generate_series(0, 110) n) moments`,
      [zone],
    );
    const shown = rows.map(({ at }) =>
      ICAL.Time.fromDateTimeString(at).convertToZone(read).toString().replace("Z", ""),
    );
    expect(shown, zone).toEqual(rows.map(({ wall }) => wall));
  }
});

test("two parsers read the same of whatever people write, and no line is too long", async ({ db, cast }) => {
  const { feed } = await writtenFor(db, open);
  const [plain] = feed.events;
  if (!plain) throw new Error("north opens nothing");
  const text = fc
    .stringMatching(/^(?:[가-힣a-zA-Z,;: '\n]|🎉|👩‍🚀){1,120}$/u)
    .filter((written) => written.trim() !== "");
  fc.assert(
    fc.property(text, text, (title, area) => {
      const written = writeFeed(
        { ...feed, events: [{ ...plain, title: { ko: title }, area, address: null }] },
        setting,
      );
      for (const line of written.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      const entry = new ICAL.Component(ICAL.parse(written)).getFirstSubcomponent("vevent");
      expect(entry?.getFirstPropertyValue("summary")).toBe(title);
      expect(entry?.getFirstPropertyValue("location")).toBe(area);
      const [other] = convertIcsCalendar(undefined, written).events ?? [];
      expect(other?.summary).toBe(title);
      expect(other?.uid).toBe(plain.id);
      expect(other?.start.date.toISOString()).toBe(new Date(plain.starts_at).toISOString());
      expect(other?.end?.date.toISOString()).toBe(new Date(plain.ends_at).toISOString());
    }),
    { numRuns: 60 },
  );
  expect(cast.organizations.north).toBeTruthy();
});
