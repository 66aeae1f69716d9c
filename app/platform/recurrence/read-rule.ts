import { isDay } from "../days";
import {
  type Frequency,
  frequencies,
  mostCounted,
  mostInterval,
  plainRule,
  type Rule,
  type Weekday,
  weekdays,
} from "./rule";

export type RuleProblem = "rule_not_understood" | "too_many_occurrences";
type Read = { rule: Rule; problem?: never } | { rule?: never; problem: RuleProblem };

/** Reads the value of an RRULE. What is no rule, or one of hours and seconds, is refused rather than guessed at. */
export function readRule(text: string): Read {
  if (text.length > 500) return { problem: "rule_not_understood" };
  const parts = text
    .replace(/^RRULE:/i, "")
    .toUpperCase()
    .split(";");
  const named = new Map(parts.map((part) => part.split("=", 2) as [string, string | undefined]));
  if (named.size !== parts.length) return { problem: "rule_not_understood" };

  const frequency = frequencies.find((known) => known === named.get("FREQ"));
  named.delete("FREQ");
  if (!frequency) return { problem: "rule_not_understood" };
  const rule = plainRule(frequency);
  for (const [name, value = ""] of named) {
    if (!readers[name]?.(rule, value)) return { problem: "rule_not_understood" };
  }
  if (rule.count !== null && rule.count > mostCounted) return { problem: "too_many_occurrences" };
  return isSound(rule) ? { rule } : { problem: "rule_not_understood" };
}

/** What each part does to a rule; false where it cannot be read. */
const readers: Record<string, (rule: Rule, value: string) => boolean> = {
  INTERVAL: (rule, value) => within(value, 1, mostInterval, (interval) => Object.assign(rule, { interval })),
  COUNT: (rule, value) => within(value, 1, Number.MAX_SAFE_INTEGER, (count) => Object.assign(rule, { count })),
  UNTIL: readUntil,
  BYDAY: readByDay,
  BYMONTHDAY: (rule, value) => readNumbers(value, 31, true, (byMonthDay) => Object.assign(rule, { byMonthDay })),
  BYMONTH: (rule, value) => readNumbers(value, 12, false, (byMonth) => Object.assign(rule, { byMonth })),
  BYSETPOS: (rule, value) => readNumbers(value, 366, true, (bySetPos) => Object.assign(rule, { bySetPos })),
  WKST(rule, value) {
    const weekStart = weekdayNamed(value);
    if (weekStart) rule.weekStart = weekStart;
    return Boolean(weekStart);
  },
};

/** A day means all of it. An instant (`…Z`) is nobody's wall time. */
function readUntil(rule: Rule, value: string): boolean {
  const found = /^(\d{4})(\d\d)(\d\d)(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d))?$/.exec(value);
  if (!found) return false;
  const [, year, month, day, hour = "23", minute = "59", second = "59"] = found;
  const on = `${year}-${month}-${day}`;
  rule.until = `${on}T${hour}:${minute}:${second}`;
  return isDay(on);
}

function readByDay(rule: Rule, value: string): boolean {
  for (const token of value.split(",")) {
    const [, sign, place, named = ""] = /^([+-]?)([1-9]\d?)?([A-Z]{2})$/.exec(token) ?? [];
    const weekday = weekdayNamed(named);
    if (!weekday || (sign && !place)) return false;
    rule.byDay.push({ nth: place ? Number(`${sign}${place}`) : null, weekday });
  }
  return rule.byDay.length <= 60;
}

function readNumbers(value: string, most: number, signed: boolean, keep: (numbers: number[]) => void): boolean {
  const tokens = value.split(",");
  const numbers = tokens.map(Number);
  const pattern = signed ? /^[+-]?[1-9]\d{0,2}$/ : /^0?[1-9]\d?$/;
  keep([...new Set(numbers)]);
  return tokens.every((token) => pattern.test(token)) && numbers.every((number) => Math.abs(number) <= most);
}

function within(value: string, least: number, most: number, keep: (number: number) => void): boolean {
  const number = Number(value);
  keep(number);
  return /^\d{1,15}$/.test(value) && number >= least && number <= most;
}

/** Which parts may stand together, as RFC 5545 has it. */
/** So many days a set can have at most. What asks for a later one names nothing, after a long search. */
const daysIn: Record<Frequency, number> = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 };

function isSound({ frequency, byDay, byMonthDay, byMonth, bySetPos, until, count }: Rule): boolean {
  const mostNth: Record<Frequency, number> = { DAILY: 0, WEEKLY: 0, MONTHLY: 5, YEARLY: byMonth.length > 0 ? 5 : 53 };
  return (
    (until === null || count === null) &&
    !(frequency === "WEEKLY" && byMonthDay.length > 0) &&
    byDay.every(({ nth }) => nth === null || Math.abs(nth) <= mostNth[frequency]) &&
    bySetPos.every((nth) => Math.abs(nth) <= daysIn[frequency]) &&
    (bySetPos.length === 0 || byDay.length + byMonthDay.length + byMonth.length > 0)
  );
}

const weekdayNamed = (name: string): Weekday | undefined => weekdays.find((known) => known === name);
