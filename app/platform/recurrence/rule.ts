import { weekdayOf } from "../days";

/** How something repeats, in the wall time of its place: what Hamkke understands of an RRULE (RFC 5545, 3.3.10). */
export type Rule = {
  frequency: Frequency;
  interval: number;
  byDay: { nth: number | null; weekday: Weekday }[];
  byMonthDay: number[];
  byMonth: number[];
  bySetPos: number[];
  weekStart: Weekday;
  /** The last wall time it may name; never beside a count. */
  until: string | null;
  count: number | null;
};

export const frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export type Frequency = (typeof frequencies)[number];

/** From Monday on, as RFC 5545 names them. */
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof weekdays)[number];

/** No rule names more days by a count, and none is laid out further in one call. */
export const mostCounted = 1000;
export const mostInterval = 99;

/** A rule of this frequency that says nothing else. */
export function plainRule(frequency: Frequency): Rule {
  return {
    ...{ frequency, interval: 1, byDay: [], byMonthDay: [], byMonth: [], bySetPos: [] },
    ...{ weekStart: "MO", until: null, count: null },
  };
}

/** The weekday of a day, as rules name it. */
export function weekdayOn(on: string): Weekday {
  return weekdays[(weekdayOf(on) + 6) % 7] ?? "MO";
}
