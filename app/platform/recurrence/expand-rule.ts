import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { readRule } from "./read-rule";
import type { Rule } from "./rule";

/** What repeats, as public.gathering_series holds it: wall times (`2026-11-28T10:00:00`) and the text of a rule. */
export type Series = {
  /** Empty where only the first and the extra dates make the series. */
  rule: string;
  starts_local: string;
  excepted: readonly string[];
  added: readonly string[];
};

export type Expansion = {
  occurrences: string[];
  /** Up to which wall time all of them are named; from there it goes on. */
  expanded_until: string;
  finished: boolean;
};

/** No call names more than these, whatever the rule says; the worker goes on. */
const mostAtOnce = 800;
/** So far beyond the later of its start and now are the occurrences of a series kept ready. */
const YEARS_AHEAD = 2;
const LAST = "2099-12-31T00:00:00";

/**
 * The wall times a series names, in order, each once: those of the rule and those added, without those excepted. As the
 * clocks of no zone touch them, every computer names the same. Begins after `after`, where the last call ended.
 */
export function expandSeries(series: Series, { now, after }: { now: string; after?: string }): Expansion {
  const { starts_local, added } = series;
  const horizon = earlier(yearsAfter(now > starts_local ? now : starts_local, YEARS_AHEAD), LAST);
  if (after !== undefined && after >= horizon) return { occurrences: [], expanded_until: after, finished: false };

  const rule = series.rule === "" ? undefined : readRule(series.rule).rule;
  const named = rule ? namedBetween(rule, starts_local, after ?? starts_local, horizon) : [starts_local];
  const excepted = new Set(series.excepted);
  const all = [...new Set([...named, ...added])]
    .filter((wall) => !excepted.has(wall) && wall <= horizon && (after === undefined || wall > after))
    .sort();
  const occurrences = all.slice(0, mostAtOnce);
  const isWhole = occurrences.length === all.length;
  const more = !isWhole || added.some((wall) => wall > horizon) || (rule && goesOn(rule, starts_local, horizon));
  return { occurrences, expanded_until: isWhole ? horizon : (occurrences.at(-1) ?? horizon), finished: !more };
}

/** How many days a rule has named before a wall time. */
export function countBefore(rule: Rule, starts: string, before: string): number {
  return before <= starts ? 0 : namedBetween(rule, starts, starts, before).filter((wall) => wall < before).length;
}

/** The last wall time before another that a rule names which begins at one; nothing where it names none. */
export function lastBefore(rule: Rule, starts: string, before: string): string | undefined {
  return before <= starts ? undefined : namedBetween(rule, starts, starts, before).findLast((wall) => wall < before);
}

/** The first wall time, from one on, that a rule names whatever its end; nothing where it names none. */
export function firstNamed(rule: Rule, from: string): string | undefined {
  return namedFrom({ ...rule, until: null, count: null }, from, from);
}

/** The first wall time, from one on, that a rule names which begins at another. */
export function namedFrom(rule: Rule, starts: string, from: string): string | undefined {
  return named(() => ruleFrom(rule, starts).next(floating(from), true));
}

/** What a rule names between two wall times, both included. */
function namedBetween(rule: Rule, starts: string, from: string, to: string): string[] {
  if (to < from) return [];
  try {
    return ruleFrom(rule, starts)
      .between(floating(from), floating(to), true)
      .map((occurrence) => occurrence.toPlainDateTime().toString({ smallestUnit: "second" }));
  } catch {
    return [];
  }
}

function goesOn(rule: Rule, starts: string, horizon: string): boolean {
  const next = horizon < LAST ? named(() => ruleFrom(rule, starts).next(floating(horizon), false)) : undefined;
  return next !== undefined && next <= LAST;
}

/** A rule that names nothing for ages is given up by the library, which throws then; it names nothing. */
function named(find: () => Temporal.ZonedDateTime | null): string | undefined {
  try {
    return find()?.toPlainDateTime().toString({ smallestUnit: "second" });
  } catch {
    return undefined;
  }
}

/** Expanded in UTC, whose clocks never change: there a wall time is a wall time, and nothing more. */
function ruleFrom(rule: Rule, starts: string) {
  return new RRuleTemporal({
    temporal: Temporal,
    dtstart: floating(starts),
    freq: rule.frequency,
    interval: rule.interval,
    wkst: rule.weekStart,
    ...(rule.byDay.length > 0 ? { byDay: rule.byDay.map(({ nth, weekday }) => `${nth ?? ""}${weekday}`) } : {}),
    ...(rule.byMonthDay.length > 0 ? { byMonthDay: rule.byMonthDay } : {}),
    ...(rule.byMonth.length > 0 ? { byMonth: rule.byMonth } : {}),
    ...(rule.bySetPos.length > 0 ? { bySetPos: rule.bySetPos } : {}),
    ...(rule.until === null ? {} : { until: floating(rule.until) }),
    ...(rule.count === null ? {} : { count: rule.count }),
  });
}

function floating(wall: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime("UTC");
}

function yearsAfter(wall: string, years: number): string {
  const on = `${Number(wall.slice(0, 4)) + years}${wall.slice(4, 10)}`;
  return `${on.endsWith("-02-29") ? `${on.slice(0, 4)}-02-28` : on}${wall.slice(10)}`;
}

const earlier = (one: string, other: string) => (one < other ? one : other);
