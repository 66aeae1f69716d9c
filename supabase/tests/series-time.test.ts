import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, vi } from "vitest";
import { expandSeries } from "../../app/platform/recurrence/expand-rule";
import { test } from "./support/database";

const zones = [
  ...[
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "Asia/Seoul",
    "America/St_Johns",
    "America/Sao_Paulo",
  ],
  ...["Europe/London", "Africa/Cairo", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Auckland"],
];
const rules = [
  "FREQ=DAILY",
  "FREQ=WEEKLY;BYDAY=SU",
  "FREQ=MONTHLY;BYDAY=2SU",
  "FREQ=MONTHLY;BYDAY=-1SU",
  "FREQ=DAILY;INTERVAL=5",
];

/** When it starts, or nothing where the clocks skip that; of two times the earlier. */
function startsByTemporal(wall: string, zone: string): number | null {
  const local = Temporal.PlainDateTime.from(wall);
  const zoned = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  return zoned.toPlainDateTime().equals(local) ? zoned.epochMilliseconds : null;
}

describe.for(["UTC", "America/Los_Angeles", "Asia/Seoul"])("on a server in %s", (serverZone) => {
  beforeEach(() => void vi.stubEnv("TZ", serverZone));
  afterEach(() => void vi.unstubAllEnvs());

  test("occurrences of ten years begin when a second implementation says, and skip what it skips", async ({ db }) => {
    await db.given(`set local time zone '${serverZone}'`);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...zones),
        fc.constantFrom(...rules),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 15 }),
        async (zone, rule, years, quarter) => {
          const at = `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}:00`;
          const starts_local = `${2026 + years}-03-01T${at}`;
          const { occurrences } = expandSeries({ rule, starts_local, excepted: [], added: [] }, { now: starts_local });
          const found = await db.catalog<{ wall: string; starts: string; lasts: number }>(
            `select to_char(o.starts_local, 'YYYY-MM-DD"T"HH24:MI:SS') as wall, o.starts_fold,
               (extract(epoch from private.instant_of(o.starts_local, $3, o.starts_fold, 'starts')) * 1000)::bigint::text as starts,
               extract(epoch from private.instant_of(o.ends_local, $3, o.ends_fold, 'ends')
                 - private.instant_of(o.starts_local, $3, o.starts_fold, 'starts'))::int as lasts
             from private.occurrences_of($1::text[]::timestamp[], $2::text::interval, $3) o`,
            [`{${occurrences}}`, "45 minutes", zone],
          );
          const expected = occurrences.flatMap((wall) => {
            const starts = startsByTemporal(wall, zone);
            return starts === null ? [] : [{ wall, starts: String(starts) }];
          });
          expect(found.map(({ wall, starts }) => ({ wall, starts }))).toEqual(expected);
          for (const { lasts } of found) expect(lasts).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});
