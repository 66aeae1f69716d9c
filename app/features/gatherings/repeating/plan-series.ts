import { addDays } from "~/platform/days";
import { type Expansion, expandSeries, firstNamed } from "~/platform/recurrence/expand-rule";
import { writeRule } from "~/platform/recurrence/write-rule";
import { type ProblemKey, refusal } from "~/platform/refusal";
import type { Repetition } from "./typed-repetition";

/** A series as the database takes it: wall times, named here once and for every zone of every server alike. */
export type PlannedSeries = Expansion & { rule: string; excepted: string[]; added: string[] };

/** A repetition in wall times from a first one on: days that are left out or added are meant at the same time of day. */
export function inWallTimes({ rule, excepted, added }: Repetition, starts: string) {
  const at = (days: readonly string[]) => days.map((day) => `${day}${starts.slice(10)}`);
  return { rule: rule ? writeRule(rule) : "", excepted: at(excepted), added: at(added) };
}

/**
 * Lays a repetition out from a first wall time on. Refused in words: a rule that names nothing, and a first day that it
 * does not name.
 */
export function planSeries(repetition: Repetition, starts: string, now: Date): PlannedSeries {
  const { rule } = repetition;
  const first = rule ? firstNamed(rule, starts) : starts;
  if (first === undefined) throw refused("no_occurrences");
  if (first !== starts) throw refused("day_not_in_rule");

  const series = inWallTimes(repetition, starts);
  const laid = expandSeries({ ...series, starts_local: starts }, { now: now.toISOString().slice(0, 19) });
  if (laid.occurrences.length === 0) throw refused("no_occurrences");
  return { ...series, ...laid };
}

/** The wall times of a day before, all of it: where a series ends that does not go on from that day. */
export function endOfDayBefore(wall: string): string {
  return `${addDays(wall.slice(0, 10), -1)}T23:59:59`;
}

function refused(key: ProblemKey) {
  return refusal({ key, field: "repeats" }, 422);
}
