import { addDays } from "~/platform/days";
import { countBefore, expandSeries, firstNamed, namedFrom } from "~/platform/recurrence/expand-rule";
import { readRule } from "~/platform/recurrence/read-rule";
import type { Rule } from "~/platform/recurrence/rule";
import { writeRule } from "~/platform/recurrence/write-rule";
import type { LaidSeries, Reason, Repetition } from "./entry";

/** How an entry repeats, all of it in wall times of its zone. */
export type Placed = { rule: string; until: string | null; starts: string; excepted: string[]; added: string[] };
export type Laid = { repeats: Repetition; series: LaidSeries; hasPast: boolean };

/**
 * Lays out what is to come of an entry that repeats. What is over stays where it is: a series begins with its first date
 * from yesterday on, which is today or later in every zone.
 */
export function layRepeats(placed: Placed, now: Date): Laid | { reason: Reason } {
  const read = ruleOf(placed);
  if ("reason" in read) return read;
  const from = `${addDays(now.toISOString().slice(0, 10), -1)}T00:00:00`;
  if (read.rule?.until && read.rule.until < from && placed.added.every((wall) => wall < from))
    return { reason: "dates_over" };
  const whole = fromStart(read.rule, placed);
  if ("reason" in whole) return whole;
  const ahead = from <= whole.starts ? whole : aheadOf(whole, from);
  if (!ahead) return { reason: "dates_over" };
  const { starts, excepted, added } = ahead;
  const rule = ahead.rule ? writeRule(ahead.rule) : "";
  const laid = expandSeries({ rule, starts_local: starts, excepted, added }, { now: now.toISOString().slice(0, 19) });
  const [first] = laid.occurrences;
  if (first === undefined) return { reason: ahead === whole ? "no_occurrences" : "dates_over" };
  const repeats = {
    ...{ rule: whole.rule ? writeRule(whole.rule) : "", starts_local: placed.starts },
    ...{ excepted: placed.excepted, added: placed.added },
  };
  return { repeats, series: { rule, excepted, added, ...laid }, hasPast: ahead !== whole };
}

function ruleOf({ rule: text, until, starts }: Placed): { rule: Rule | null } | { reason: Reason } {
  if (text === "") return { rule: null };
  const { rule, problem } = readRule(text);
  if (!rule) return { reason: problem };
  if (until !== null && (rule.until !== null || rule.count !== null)) return { reason: "rule_not_understood" };
  const ended = until === null ? rule : { ...rule, until };
  return ended.until !== null && ended.until < starts ? { reason: "until_before_start" } : { rule: ended };
}

type Ahead = Omit<Placed, "rule" | "until"> & { rule: Rule | null };

/** The first date counts even where its rule does not name it (RFC 5545, 3.8.5.3). */
function fromStart(rule: Rule | null, { starts, excepted, added }: Placed): Ahead | { reason: Reason } {
  if (!rule) return { rule, starts, excepted, added };
  const first = firstNamed(rule, starts);
  if (first === undefined) return { reason: "no_occurrences" };
  if (first === starts) return { rule, starts, excepted, added };
  const counted = rule.count === null ? rule : { ...rule, count: rule.count - 1 };
  const dates = [...new Set([...added, starts])].sort();
  if (counted.count === 0 || (rule.until !== null && rule.until < first))
    return { rule: null, starts, excepted, added: dates };
  return { rule: counted, starts: first, excepted, added: dates };
}

/** The same from a wall time on: a count is of what is left. Nothing where nothing is. */
function aheadOf({ rule, starts, excepted, added }: Ahead, from: string): Ahead | undefined {
  const later = (walls: string[]) => walls.filter((wall) => wall >= from);
  const next = rule ? namedFrom(rule, starts, from) : undefined;
  const [dates, left] = [later(added), later(excepted)];
  if (!rule || next === undefined) {
    const [first] = dates;
    return first === undefined ? undefined : { rule: null, starts: first, excepted: left, added: dates };
  }
  const count = rule.count === null ? null : rule.count - countBefore(rule, starts, next);
  return { rule: { ...rule, count }, starts: next, excepted: left, added: dates };
}
