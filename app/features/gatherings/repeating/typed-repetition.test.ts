import { expect, test } from "vitest";
import { writeRule } from "~/platform/recurrence/write-rule";
import { repetitionValues } from "./repetition-values";
import { readTypedRepetition, type TypedRepetition } from "./typed-repetition";

const saturday = "2026-12-05";

test.for<[string, TypedRepetition, string]>([
  ["a weekday of its own day", { repeats: "weekly" }, "FREQ=WEEKLY;BYDAY=SA"],
  ["full-width digits", { repeats: "daily", every: "２" }, "FREQ=DAILY;INTERVAL=2"],
  ["the first Saturday", { repeats: "monthly_weekday" }, "FREQ=MONTHLY;BYDAY=1SA"],
  [
    "four times",
    { repeats: "weekly", weekdays: ["SA", "SU"], repeat_ends: "times", times: "4" },
    "FREQ=WEEKLY;COUNT=4;BYDAY=SA,SU",
  ],
  [
    "until a day",
    { repeats: "yearly", repeat_ends: "on", until_on: "2030. 1. 5." },
    "FREQ=YEARLY;UNTIL=20300105T235959",
  ],
])("%s is understood, and shown again as it was said", ([, typed, text]) => {
  const { repetition } = readTypedRepetition(typed, saturday);
  expect(repetition?.rule && writeRule(repetition.rule)).toBe(text);
  const again = repetitionValues({ rule: text, excepted: [], added: [], recurrence_local: `${saturday}T10:00:00` });
  const read = readTypedRepetition(again, saturday).repetition;
  expect(read?.rule && writeRule(read.rule)).toBe(text);
});

test("a rule that the form cannot say is kept as it is", () => {
  const rule = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1";
  const values = repetitionValues({ rule, excepted: [], added: [], recurrence_local: "2026-11-30T10:00:00" });
  expect(values.repeats).toBe("kept");
  expect(writeRule(readTypedRepetition(values, "2026-11-30").repetition?.rule ?? ({} as never))).toBe(rule);
});

test.for<[string, TypedRepetition, string, string]>([
  [
    "an end before the start",
    { repeats: "daily", repeat_ends: "on", until_on: "2026-12-04" },
    "until_on",
    "until_before_start",
  ],
  [
    "an end that is no day",
    { repeats: "daily", repeat_ends: "on", until_on: "2026-02-30" },
    "until_on",
    "date_not_understood",
  ],
  ["no day for the end", { repeats: "daily", repeat_ends: "on" }, "until_on", "required"],
  ["no times at all", { repeats: "daily", repeat_ends: "times", times: "0" }, "times", "count_not_understood"],
  ["a billion times", { repeats: "daily", repeat_ends: "times", times: "1000000000" }, "times", "too_many_occurrences"],
  ["every no day", { repeats: "daily", every: "0" }, "every", "interval_not_understood"],
  ["a way that is none", { repeats: "SECONDLY" }, "repeats", "choose_one"],
  ["a kept rule of seconds", { repeats: "kept", kept_rule: "FREQ=SECONDLY" }, "repeats", "rule_not_understood"],
  ["the last Saturday on the first", { repeats: "monthly_last" }, "repeats", "not_last_of_month"],
  ["a day off that is none", { repeats: "daily", except_on: "2026-12-06\nsoon" }, "except_on", "day_in_list"],
  ["five thousand days off", { repeats: "daily", except_on: "2026-12-06\n".repeat(5000) }, "except_on", "too_many"],
  ["listed days without a list", { repeats: "dates" }, "also_on", "required"],
])("%s is told at its field", ([, typed, field, key]) => {
  const { repetition, problems } = readTypedRepetition(typed, saturday);
  expect(repetition).toBeNull();
  expect(problems).toEqual([expect.objectContaining({ field, key })]);
});
