import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, weekdayOf } from "~/platform/days";
import { nextDayLike } from "./next-day-like";

test.each([
  ["a second Saturday", "2026-10-10", "2026-10-20", "2026-11-14"],
  ["a second Saturday whose next one has passed", "2026-10-10", "2026-11-24", "2026-12-12"],
  ["one whose next one is today, which is too late", "2026-10-10", "2026-11-14", "2026-12-12"],
  ["one of years ago", "2019-03-09", "2026-11-01", "2026-11-14"],
  ["one that has not come yet", "2026-12-12", "2026-11-24", "2027-01-09"],
  ["a fifth Monday, in a month that has one", "2026-08-31", "2026-11-05", "2026-11-30"],
  ["a fifth Saturday, in a month that has none", "2026-10-31", "2026-11-01", "2026-11-28"],
  ["one at the end of the year", "2026-12-26", "2026-12-28", "2027-01-23"],
  ["a leap day", "2028-02-29", "2028-03-01", "2028-03-28"],
])("%s (%s, asked on %s) is proposed for %s", (_what, on, today, expected) => {
  expect(nextDayLike(on, today)).toBe(expected);
});

test("whatever the day, the proposal is the same weekday, later than both, and never more than two months away", () => {
  const day = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays("2001-01-01", days));
  fc.assert(
    fc.property(day, day, (on, today) => {
      const next = nextDayLike(on, today);
      const later = on > today ? on : today;
      expect(weekdayOf(next)).toBe(weekdayOf(on));
      expect(next > later).toBe(true);
      expect(next <= addDays(later, 62)).toBe(true);
      expect(Math.abs(Math.ceil(Number(next.slice(8)) / 7) - Math.ceil(Number(on.slice(8)) / 7)) <= 1).toBe(true);
    }),
  );
});
