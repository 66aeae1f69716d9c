import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { expandSeries } from "./expand-rule";
import { type Frequency, plainRule, type Rule, type Weekday, weekdays } from "./rule";
import { writeRule } from "./write-rule";

const weekday = fc.constantFrom<Weekday>(...weekdays);
const some = <T>(one: fc.Arbitrary<T>, most = 3) => fc.uniqueArray(one, { minLength: 1, maxLength: most });
const plain = (frequency: Frequency) => fc.constant(plainRule(frequency));
const days = some(weekday, 4).map((named) => named.map((one) => ({ nth: null, weekday: one })));
const nthDays = fc.record({ nth: fc.constantFrom(1, 2, 3, 4, -1), weekday }).map((one) => [one]);

const shapes: fc.Arbitrary<Rule>[] = [
  plain("DAILY"),
  fc.record({ rule: plain("WEEKLY"), byDay: days }).map(({ rule, byDay }) => ({ ...rule, byDay })),
  fc.integer({ min: 1, max: 31 }).map((date) => ({ ...plainRule("MONTHLY"), byMonthDay: [date] })),
  nthDays.map((byDay) => ({ ...plainRule("MONTHLY"), byDay })),
  plain("YEARLY"),
];
const rules = fc
  .record({
    rule: fc.oneof(...shapes),
    interval: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 })),
    end: fc.integer({ min: 1, max: 200 }),
  })
  .chain(({ rule, interval, end }) =>
    fc.constantFrom<Rule>(
      { ...rule, interval },
      { ...rule, interval, count: end },
      { ...rule, interval, until: "2031-06-30T23:59:59" },
    ),
  );
/** Half of them in the small hours, when clocks change. */
const starts = fc
  .record({
    day: fc.integer({ min: 0, max: 3650 }),
    minute: fc.oneof(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 4, max: 12 })),
  })
  .map(({ day, minute }) => new Date(Date.UTC(2026, 0, 1 + day, 0, minute * 15)).toISOString().slice(0, 19));

/** The same by another implementation, on times without a zone. */
function byIcal(rule: Rule, from: string, until: string): string[] {
  const iterator = ICAL.Recur.fromString(writeRule(rule)).iterator(ICAL.Time.fromDateTimeString(from));
  const found: string[] = [];
  for (let next = iterator.next(); next && next.toString() <= until; next = iterator.next())
    found.push(next.toString());
  return found;
}

test("rules of ten years name the same wall times as a second implementation, under every server zone", () => {
  fc.assert(
    fc.property(rules, starts, (rule, start) => {
      const [first] = byIcal({ ...rule, until: null, count: null }, start, "2060-01-01T00:00:00");
      fc.pre(first !== undefined);
      const series = { rule: writeRule(rule), starts_local: first ?? "", excepted: [], added: [] };
      const laid = expandSeries(series, { now: "2026-01-01T00:00:00" });
      const end = laid.finished ? "2100-01-01T00:00:00" : laid.expanded_until;
      expect(laid.occurrences).toEqual(byIcal(rule, first ?? "", end));
    }),
    { numRuns: 400 },
  );
}, 60_000);

test("going on call by call names what one call names, whatever day each is made", () => {
  fc.assert(
    fc.property(rules, starts, (rule, start) => {
      const series = {
        rule: writeRule({ ...rule, until: null, count: null }),
        starts_local: start,
        excepted: [],
        added: [],
      };
      const two = expandSeries(series, { now: start });
      const on = expandSeries(series, {
        now: `${Number(start.slice(0, 4)) + 2}-12-01T00:00:00`,
        after: two.expanded_until,
      });
      const all = expandSeries({ ...series, rule: series.rule }, { now: start });
      expect(all).toEqual(two);
      expect([...two.occurrences, ...on.occurrences]).toEqual(
        [...new Set([...two.occurrences, ...on.occurrences])].sort(),
      );
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("days are left out and added, each once, in order", () => {
  const laid = expandSeries(
    {
      rule: "FREQ=WEEKLY;COUNT=3",
      starts_local: "2026-12-05T10:00:00",
      excepted: ["2026-12-12T10:00:00"],
      added: ["2026-12-16T10:00:00", "2026-12-05T10:00:00"],
    },
    { now: "2026-11-25T00:00:00" },
  );
  expect(laid.occurrences).toEqual(["2026-12-05T10:00:00", "2026-12-16T10:00:00", "2026-12-19T10:00:00"]);
  expect(laid.finished).toBe(true);
});

test("a rule that never takes place, and one without end, are answered at once", () => {
  const from = { starts_local: "2026-01-01T10:00:00", excepted: [], added: [] };
  const now = { now: "2026-01-01T00:00:00" };
  expect(expandSeries({ ...from, rule: "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30" }, now).occurrences).toEqual([]);
  expect(expandSeries({ ...from, rule: "FREQ=DAILY" }, now)).toMatchObject({ finished: false });
  expect(expandSeries({ ...from, rule: "FREQ=DAILY" }, now).occurrences).toHaveLength(731);
});
