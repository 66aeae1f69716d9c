import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, vi } from "vitest";
import { test as base } from "./support/cast";
import type { TestDatabase } from "./support/database";

// Zones of the coalition, and those that differ from them most: half and quarter hours, half-hour summers, a lost day.
const zones = [
  "America/New_York",
  "America/Chicago",
  "America/Los_Angeles",
  "Asia/Seoul",
  "America/St_Johns",
  "America/Sao_Paulo",
  "Europe/London",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Apia",
];
const serverZones = ["UTC", "America/Los_Angeles", "Asia/Seoul"];

/** The instants of a wall time as Postgres derives them, in milliseconds. */
async function instants(db: TestDatabase, wall: string, zone: string): Promise<number[]> {
  const { found } = await db.given<{ found: string[] }>(
    `select array(select (extract(epoch from i) * 1000)::bigint::text
       from unnest(private.instants_of($1::text::timestamp, $2)) i) as found`,
    [wall, zone],
  );
  return found.map(Number);
}

/** The same by an independent implementation. */
function instantsByTemporal(wall: string, zone: string): number[] {
  const local = Temporal.PlainDateTime.from(wall);
  const candidates = (["earlier", "later"] as const).map((disambiguation) =>
    local.toZonedDateTime(zone, { disambiguation }),
  );
  const valid = candidates.filter((zoned) => zoned.toPlainDateTime().equals(local));
  return [...new Set(valid.map((zoned) => zoned.epochMilliseconds))];
}

describe.for(serverZones)("on a server in %s", (serverZone) => {
  const test = base;
  beforeEach(() => void vi.stubEnv("TZ", serverZone));
  afterEach(() => void vi.unstubAllEnvs());
  const settle = (db: TestDatabase) => db.given(`set local time zone '${serverZone}'`);

  test.for<[string, string, string, string[]]>([
    ["an ordinary hour", "2026-07-01T10:00", "America/Chicago", ["2026-07-01T15:00Z"]],
    ["the last minute before a gap", "2026-03-08T01:59", "America/New_York", ["2026-03-08T06:59Z"]],
    ["a skipped hour", "2026-03-08T02:30", "America/New_York", []],
    ["the first minute after a gap", "2026-03-08T03:00", "America/New_York", ["2026-03-08T07:00Z"]],
    ["a repeated hour", "2026-11-01T01:30", "America/Los_Angeles", ["2026-11-01T08:30Z", "2026-11-01T09:30Z"]],
    ["a repeated half hour", "2026-04-05T01:45", "Australia/Lord_Howe", ["2026-04-04T14:45Z", "2026-04-04T15:15Z"]],
    ["Seoul, which has no summer", "2026-03-08T02:30", "Asia/Seoul", ["2026-03-07T17:30Z"]],
    ["the last evening before Apia's lost day", "2011-12-29T23:59", "Pacific/Apia", ["2011-12-30T09:59Z"]],
    ["noon of Apia's lost day", "2011-12-30T12:00", "Pacific/Apia", []],
    ["midnight after Apia's lost day", "2011-12-31T00:00", "Pacific/Apia", ["2011-12-30T10:00Z"]],
  ])("%s", async ([, wall, zone, expected], { db }) => {
    await settle(db);
    expect(await instants(db, wall, zone)).toEqual(expected.map((instant) => Date.parse(instant)));
  });

  test.for<[string, string, number]>([
    ["2026-03-08", "America/Chicago", 23],
    ["2026-11-01", "America/Chicago", 25],
    ["2026-06-01", "America/Chicago", 24],
    ["2026-04-05", "Australia/Lord_Howe", 24.5],
  ])("the day %s in %s has %s hours", async ([day, zone, hours], { db, cast }) => {
    await settle(db);
    const [row] = await db.as<{ hours: number }>(
      cast.editor,
      `insert into public.gatherings (organization_id, title, starts_local, ends_local, time_zone)
       values ($1, '{"en": "all day"}', $2::text::date, $2::text::date + 1, $3)
       returning (extract(epoch from ends_at - starts_at) / 3600)::float8 as hours`,
      [cast.organizations.north, day, zone],
    );
    expect(row?.hours).toBe(hours);
  });

  test("a fold chooses between the two, and is kept only where there are two", async ({ db, cast }) => {
    await settle(db);
    const insert = (wall: string, fold: number | null) =>
      db.as(
        cast.editor,
        `insert into public.gatherings (organization_id, title, starts_local, starts_fold, ends_local, ends_fold, time_zone)
         values ($1, '{"en": "night"}', $2::text::timestamp, $3, '2026-11-01 06:00', $3, 'America/Chicago')
         returning to_char(starts_at at time zone 'UTC', 'HH24:MI') as utc, starts_fold, ends_fold`,
        [cast.organizations.north, wall, fold],
      );
    expect(await insert("2026-11-01T01:30", 0)).toEqual([{ utc: "06:30", starts_fold: 0, ends_fold: null }]);
    expect(await insert("2026-11-01T01:30", 1)).toEqual([{ utc: "07:30", starts_fold: 1, ends_fold: null }]);
    await expect(insert("2026-11-01T01:30", null)).rejects.toMatchObject({ message: "local_time_repeated" });
    expect(await insert("2026-11-01T00:30", 1)).toEqual([{ utc: "05:30", starts_fold: null, ends_fold: null }]);
  });

  test("any wall time, above all near a change of clocks, means what Temporal says", async ({ db }) => {
    await settle(db);
    const nearChange = fc.record({
      zone: fc.constantFrom(...zones),
      second: fc.integer({ min: Date.UTC(2000, 0, 2) / 1000, max: Date.UTC(2026, 10, 1) / 1000 }),
      minutes: fc.integer({ min: -200, max: 200 }),
      near: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(nearChange, async ({ zone, second, minutes, near }) => {
        const start = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(zone);
        const at = (near && start.getTimeZoneTransition("next")) || start;
        const wall = at.toPlainDateTime().add({ minutes }).round("minute").toString();
        fc.pre(wall >= "2000" && wall < "2026-12");
        expect(await instants(db, wall, zone), `${wall} ${zone}`).toEqual(instantsByTemporal(wall, zone));
      }),
      { numRuns: 400 },
    );
  }, 30_000);
});

base("the zones are Area/City names and UTC, and nothing else that Postgres would take", async ({ db }) => {
  const [{ zones: known } = { zones: [] as string[] }] = await db.as<{ zones: string[] }>(
    "visitor",
    "select public.list_time_zones() as zones",
  );
  expect(known).toEqual(expect.arrayContaining(["UTC", ...zones]));
  expect(known.filter((zone) => zone !== "UTC" && !/^[A-Z][A-Za-z]+(\/[A-Za-z_-]+)+$/.test(zone))).toEqual([]);
  for (const zone of ["EST5EDT", "XYZ+5", "posix/Asia/Seoul", "US/Pacific", "localtime", "Factory", "GMT+9"]) {
    expect(known).not.toContain(zone);
  }
});
