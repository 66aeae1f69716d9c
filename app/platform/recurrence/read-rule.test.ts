import { expect, test } from "vitest";
import { readRule } from "./read-rule";
import { writeRule } from "./write-rule";

test.for([
  "FREQ=DAILY",
  "FREQ=WEEKLY;COUNT=4;INTERVAL=2;BYDAY=MO,WE,FR",
  "FREQ=MONTHLY;BYDAY=-1SA",
  "FREQ=MONTHLY;UNTIL=20270105T235959;BYMONTHDAY=15,-1",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;WKST=SU",
])("%s is read and written back", (text) => {
  const { rule } = readRule(text);
  expect(rule && writeRule(rule)).toBe(text);
});

test("a day as an end means all of that day", () => {
  expect(readRule("RRULE:FREQ=DAILY;UNTIL=20270105").rule?.until).toBe("2027-01-05T23:59:59");
});

test.for([
  ["", "rule_not_understood"],
  ["FREQ=SECONDLY", "rule_not_understood"],
  ["FREQ=HOURLY", "rule_not_understood"],
  ["FREQ=WEEKLY;BYDAY=XX", "rule_not_understood"],
  ["FREQ=WEEKLY;BYDAY=1MO", "rule_not_understood"],
  ["FREQ=MONTHLY;BYDAY=9MO", "rule_not_understood"],
  ["FREQ=DAILY;BYHOUR=1", "rule_not_understood"],
  ["FREQ=WEEKLY;BYDAY=MO;BYSETPOS=366", "rule_not_understood"],
  ["FREQ=DAILY;INTERVAL=0", "rule_not_understood"],
  ["FREQ=DAILY;COUNT=0", "rule_not_understood"],
  ["FREQ=DAILY;COUNT=3;UNTIL=20270101", "rule_not_understood"],
  ["FREQ=DAILY;UNTIL=20270230", "rule_not_understood"],
  ["FREQ=DAILY;UNTIL=20270105T235959Z", "rule_not_understood"],
  ["FREQ=DAILY;FREQ=DAILY", "rule_not_understood"],
  ["FREQ=DAILY;COUNT=1000000000", "too_many_occurrences"],
])("%s is refused", ([text, problem]) => {
  expect(readRule(text ?? "")).toEqual({ problem });
});
