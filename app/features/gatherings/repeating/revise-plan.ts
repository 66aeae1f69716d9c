import { addDays, daysBetween } from "~/platform/days";
import { countBefore, lastBefore, namedFrom } from "~/platform/recurrence/expand-rule";
import { readRule } from "~/platform/recurrence/read-rule";
import { mostCounted, type Rule, type Weekday, weekdays } from "~/platform/recurrence/rule";
import { writeRule } from "~/platform/recurrence/write-rule";
import { refusal } from "~/platform/refusal";
import { endOfDayBefore, type PlannedSeries, planSeries } from "./plan-series";
import { repetitionValues } from "./repetition-values";
import { readTypedRepetition, type TypedRepetition } from "./typed-repetition";

export type Scope = "this" | "following" | "all";

/** An occurrence as it is stored, with what its form knows of its series. */
export type StoredOccurrence = {
  starts_local: string;
  ends_local: string;
  time_zone: string;
  series: StoredSeries | null;
};

export type StoredSeries = {
  rule: string;
  starts_local: string;
  excepted: string[];
  added: string[];
  recurrence_local: string;
  over: boolean;
  resumes_local: string | null;
};

/** What a revision lays out anew: the series from here on, from where on, and how the old one ends. */
export type RevisedSeries = PlannedSeries & { from: string | null; before: string | null; reason: string };

type Card = { starts_local: string; ends_local: string; time_zone: string };
type Revision = {
  typed: TypedRepetition;
  card: Card;
  stored: StoredOccurrence;
  scope: Exclude<Scope, "this">;
  /** Why those are cancelled that no longer take place. */
  reason: string;
  now: Date;
};

/** Lays out anew what follows, or all of it, where its time or its rule was changed; null where neither was. */
export function planRevision({ typed, card, stored, scope, reason, now }: Revision): RevisedSeries | null {
  const { series } = stored;
  if (!series) {
    const { repetition } = read(typed, card.starts_local);
    return repetition && { ...planSeries(repetition, card.starts_local, now), from: null, before: null, reason };
  }
  const moved = daysBetween(stored.starts_local.slice(0, 10), card.starts_local.slice(0, 10));
  const wasSaid = repetitionValues(series);
  const isSaidAnew = !isSame(typed, wasSaid);
  const isMoved = stored.starts_local !== card.starts_local || stored.ends_local !== card.ends_local;
  if (!isSaidAnew && !isMoved && stored.time_zone === card.time_zone) return null;

  const from = (scope === "all" ? series.resumes_local : undefined) ?? series.recurrence_local;
  const anchor = `${addDays(series.recurrence_local.slice(0, 10), moved)}${card.starts_local.slice(10)}`;
  const old = readRule(series.rule).rule;
  const { repetition } = read(turned(typed, wasSaid, moved), anchor);
  const before = ruleEndingBefore(series, from);
  if (!repetition) return { ...alone(anchor), from, before, reason };

  const rule = repetition.rule && withCountLeft(repetition.rule, old, series, from);
  const base = (old && namedFrom(old, series.starts_local, from)) ?? from;
  const first = scope === "all" ? `${addDays(base.slice(0, 10), moved)}${anchor.slice(10)}` : anchor;
  const starts = (rule && namedFrom(rule, first, first)) ?? first;
  const laterThan = (day: string) => day >= starts.slice(0, 10);
  const ahead = {
    ...repetition,
    rule,
    excepted: repetition.excepted.filter(laterThan),
    added: repetition.added.filter(laterThan),
  };
  return { ...planSeries(ahead, starts, now), from, before, reason };
}

/** Only the edited one is left. */
function alone(wall: string): PlannedSeries {
  return { rule: "", excepted: [], added: [], occurrences: [wall], expanded_until: wall, finished: true };
}

/** Where the whole moves by days, so do the weekdays and the single days that nobody typed anew. */
function turned(typed: TypedRepetition, was: TypedRepetition, days: number): TypedRepetition {
  const unchanged = (name: keyof TypedRepetition) => comparable(typed[name]) === comparable(was[name]);
  const moveDay = (lines: string | undefined) => lines?.replace(/\d{4}-\d{2}-\d{2}/g, (day) => addDays(day, days));
  return {
    ...typed,
    ...(unchanged("weekdays") ? { weekdays: typed.weekdays?.map((name) => weekdayAfter(name, days)) } : {}),
    ...(unchanged("except_on") ? { except_on: moveDay(typed.except_on) } : {}),
    ...(unchanged("also_on") ? { also_on: moveDay(typed.also_on) } : {}),
  };
}

function weekdayAfter(name: string, days: number): string {
  const at = weekdays.indexOf(name as Weekday);
  return at < 0 ? name : (weekdays[(((at + days) % 7) + 7) % 7] ?? name);
}

/** A count is of the whole series: those that came before are no longer to come. */
function withCountLeft(rule: Rule, old: Rule | undefined, { starts_local }: StoredSeries, from: string): Rule {
  if (rule.count === null || !old) return rule;
  const gone = countBefore(old, starts_local, from);
  if (rule.count > gone) return { ...rule, count: rule.count - gone };
  throw refusal({ key: "count_too_small", field: "times", values: { minimum: gone + 1, maximum: mostCounted } }, 422);
}

function read(typed: TypedRepetition, starts: string) {
  const found = readTypedRepetition(typed, starts.slice(0, 10));
  const [problem] = found.problems;
  if (problem) throw refusal(problem, 422);
  return found;
}

const compared = ["repeats", "every", "weekdays", "repeat_ends", "until_on", "times", "except_on", "also_on"] as const;

/** Whether two ways of filling the form say the same. */
function isSame(one: TypedRepetition, other: TypedRepetition): boolean {
  if ((one.repeats || "no") === "no" && (other.repeats || "no") === "no") return true;
  return compared.every((name) => {
    if (name === "until_on" && one.repeat_ends !== "on" && other.repeat_ends !== "on") return true;
    if (name === "times" && one.repeat_ends !== "times" && other.repeat_ends !== "times") return true;
    if (name === "weekdays" && one.repeats !== "weekly" && other.repeats !== "weekly") return true;
    return comparable(one[name]) === comparable(other[name]);
  });
}

const usual: Record<string, string> = { never: "", "1": "" };

function comparable(value: TypedRepetition[keyof TypedRepetition]): string {
  const texts = (typeof value === "string" ? value.split(/[\n,;]/) : (value ?? [])).map((text) => text.trim());
  return texts
    .filter(Boolean)
    .map((text) => usual[text] ?? text)
    .sort()
    .join("\n");
}

/** The rule with which a series ends before one of its occurrences: on the day of the one before, as people would say it. */
export function ruleEndingBefore({ rule, starts_local }: Pick<StoredSeries, "rule" | "starts_local">, wall: string) {
  const read = readRule(rule).rule;
  if (!read) return null;
  const last = lastBefore(read, starts_local, wall);
  return writeRule({ ...read, count: null, until: last ? `${last.slice(0, 10)}T23:59:59` : endOfDayBefore(wall) });
}
