import { expect, test } from "vitest";
import { askedMoments, layCalendar } from "./lay-calendar";
import { readCalendar } from "./read-calendar.server";

const now = new Date("2031-02-01T12:00:00Z");
const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "X-WR-TIMEZONE:America/Los_Angeles", ...lines, "END:VCALENDAR"].join("\r\n");
const event = (uid: string, ...lines: string[]) => [
  "BEGIN:VEVENT",
  `UID:${uid}`,
  "SUMMARY:Choir",
  ...lines,
  "END:VEVENT",
];
const zoned = (name: string, at: string) => `${name};TZID=America/Los_Angeles:203103${at}`;
const weekly = (...lines: string[]) => event("choir", zoned("DTSTART", "01T100000"), ...lines);

function lay(text: string, wall?: string, at = now) {
  const read = readCalendar(new TextEncoder().encode(text));
  if ("problem" in read) throw new Error(read.problem);
  return { asked: askedMoments(read.entries), entries: layCalendar(read.entries, () => wall, at) };
}
const reasonsOf = (...lines: string[]) => lay(calendar(...lines)).entries.map((one) => "reason" in one && one.reason);
const daysOf = (text: string, wall?: string, at?: Date) =>
  lay(text, wall, at).entries.map((one) => "series" in one && one.series?.occurrences.map((date) => date.slice(5, 16)));

test("as Google Calendar says it: an end that is an instant is asked for, a day is left out, one is moved", () => {
  const text = calendar(
    ...weekly("RRULE:FREQ=WEEKLY;WKST=SU;UNTIL=20310401T065959Z;BYDAY=SA", zoned("EXDATE", "15T100000")),
    ...event("choir", zoned("RECURRENCE-ID", "08T100000"), zoned("DTSTART", "09T140000")),
  );
  const { asked, entries } = lay(text, "2031-03-31T23:59:59");
  expect(asked).toEqual([{ at: "2031-04-01T06:59:59Z", of: "America/Los_Angeles" }]);
  expect(entries).toMatchObject([
    { place: 1, series: { rule: "FREQ=WEEKLY;UNTIL=20310331T235959;BYDAY=SA;WKST=SU", finished: true } },
    { place: 2, recurrence: { wall: "2031-03-08T10:00:00", of: "America/Los_Angeles" } },
  ]);
  expect(daysOf(text, "2031-03-31T23:59:59")[0]).toEqual(["03-01T10:00", "03-08T10:00", "03-22T10:00", "03-29T10:00"]);
});

test("one date that is cancelled there is a date left out, and no entry", () => {
  const cancelled = event(
    "choir",
    zoned("RECURRENCE-ID", "08T100000"),
    zoned("DTSTART", "08T100000"),
    "STATUS:CANCELLED",
  );
  const text = calendar(...weekly("RRULE:FREQ=WEEKLY;COUNT=3"), ...cancelled);
  expect(daysOf(text)).toEqual([["03-01T10:00", "03-15T10:00"]]);
});

test("a first date that the rule does not name counts all the same", () => {
  const text = calendar(...weekly("RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO"));
  expect(daysOf(text)).toEqual([["03-01T10:00", "03-03T10:00", "03-10T10:00"]]);
});

test("single dates alone make a series; whole days left out are meant at its hour", () => {
  const text = calendar(...weekly(zoned("RDATE", "04T190000,20310305T100000"), "EXDATE;VALUE=DATE:20310305"));
  expect(daysOf(text)).toEqual([["03-01T10:00", "03-04T19:00"]]);
});

test("dates that are over are left out, with the changes of them, and a count is of what is left", () => {
  const changed = event("choir", zoned("RECURRENCE-ID", "01T100000"), zoned("DTSTART", "02T100000"));
  const text = calendar(...weekly("RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=SA"), ...changed);
  const { entries } = lay(text, undefined, new Date("2031-03-12T12:00:00Z"));
  expect(entries).toMatchObject([
    {
      remarks: ["no_end", "past_left_out"],
      repeats: { rule: "FREQ=WEEKLY;COUNT=4;BYDAY=SA" },
      series: { rule: "FREQ=WEEKLY;COUNT=2;BYDAY=SA" },
    },
  ]);
  expect(entries).toHaveLength(1);
});

test("what repeats from an instant repeats on the clocks of UTC, and says so", () => {
  const [entry] = lay(calendar(...event("utc", "DTSTART:20310301T180000Z", "RRULE:FREQ=DAILY;COUNT=2"))).entries;
  expect(entry).toMatchObject({
    zone: "UTC",
    remarks: ["no_end", "repeats_in_utc"],
    series: { occurrences: ["2031-03-01T18:00:00", "2031-03-02T18:00:00"] },
  });
});

test.each([
  ["every hour", "rule_not_understood", ["RRULE:FREQ=HOURLY"]],
  ["at hours of its own", "rule_not_understood", ["RRULE:FREQ=DAILY;BYHOUR=9,15"]],
  ["by a place without a set", "rule_not_understood", ["RRULE:FREQ=MONTHLY;BYSETPOS=2"]],
  ["by two rules", "rule_not_understood", ["RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"]],
  ["but for a rule", "rule_not_understood", ["RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY"]],
  ["but for a day that cannot be read", "rule_not_understood", ["RRULE:FREQ=DAILY", "EXDATE:whenever"]],
  ["by a rule that breaks off", "rule_not_understood", ["RRULE:FREQ=WEEKLY;BYDAY="]],
  ["a billion times", "too_many_occurrences", ["RRULE:FREQ=DAILY;COUNT=1000000000"]],
  ["until before it begins", "until_before_start", ["RRULE:FREQ=DAILY;UNTIL=20310101T000000"]],
  ["on a day that no year has", "no_occurrences", ["RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]],
  [
    "with more days left out than anybody means",
    "too_many_dates",
    ["RRULE:FREQ=DAILY", `EXDATE:${Array.from({ length: 1001 }, () => "20310301T100000").join(",")}`],
  ],
])("what repeats %s is set aside: %s", (_how, reason, lines) => {
  expect(reasonsOf(...weekly(...lines))).toEqual([reason]);
});

test("a change of a date is set aside where there is no such date, or where what repeats was set aside", () => {
  const changed = event("choir", zoned("RECURRENCE-ID", "09T100000"), zoned("DTSTART", "09T140000"));
  expect(reasonsOf(...weekly("RRULE:FREQ=WEEKLY"), ...changed)).toEqual([false, "no_such_date"]);
  expect(reasonsOf(...weekly("RRULE:FREQ=HOURLY"), ...changed)).toEqual(["rule_not_understood", "series_aside"]);
});

test("a calendar of two thousand rules lays out ten thousand dates or so and sets the rest aside", {
  timeout: 60_000,
}, () => {
  for (const rule of ["FREQ=DAILY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]) {
    const many = Array.from({ length: 2000 }, (_, at) => event(`${at}`, "DTSTART:20000103T100000", `RRULE:${rule}`));
    const { entries } = lay(calendar(...many.flat()));
    expect(entries.filter((one) => "series" in one).length).toBeLessThan(20);
    expect(entries.at(-1)).toMatchObject({ reason: "too_many_dates" });
  }
});
