import { addDays, dayOf, daysBetween, isDay, weekdayOf } from "~/platform/days";
import { years } from "./vocabulary";

export const calendarViews = ["month", "week", "agenda", "day"] as const;
export type CalendarView = (typeof calendarViews)[number];

/** The days a calendar shows around one of them, and the whole weeks that it draws them in. */
export type CalendarSpan = {
  first: string;
  last: string;
  gridFirst: string;
  gridLast: string;
  weeks: number;
  previous: string | null;
  next: string | null;
};

/** The month, the week or the day around a day. Weeks begin on `firstWeekday`, 0 being Sunday. */
export function spanAround(on: string, view: CalendarView, firstWeekday: number): CalendarSpan {
  if (view === "day") return { ...ends(on, on), gridFirst: on, gridLast: on, weeks: 1, ...steps(on, 1) };
  if (view === "week") {
    const first = weekStart(on, firstWeekday);
    const last = addDays(first, 6);
    return { ...ends(first, last), gridFirst: first, gridLast: last, weeks: 1, ...steps(first, 7) };
  }
  const [year = 0, month = 1] = on.split("-").map(Number);
  const first = dayOf(year, month, 1);
  const last = dayOf(year, month + 1, 0);
  const gridFirst = weekStart(first, firstWeekday);
  const gridLast = addDays(weekStart(last, firstWeekday), 6);
  return {
    ...ends(first, last),
    ...(view === "agenda" ? { gridFirst: first, gridLast: last } : { gridFirst, gridLast }),
    weeks: (daysBetween(gridFirst, gridLast) + 1) / 7,
    previous: shownOrNull(dayOf(year, month - 1, 1)),
    next: shownOrNull(dayOf(year, month + 1, 1)),
  };
}

/** Whether a day can be shown at all. */
export function isShownDay(on: string): boolean {
  const year = Number(on.slice(0, 4));
  return isDay(on) && year >= years.first && year <= years.last;
}

/** The first day of the week that a day lies in. */
function weekStart(on: string, firstWeekday: number): string {
  return addDays(on, -((weekdayOf(on) - firstWeekday + 7) % 7));
}

function ends(first: string, last: string) {
  return { first, last };
}

function steps(on: string, days: number) {
  return { previous: shownOrNull(addDays(on, -days)), next: shownOrNull(addDays(on, days)) };
}

function shownOrNull(on: string): string | null {
  return isShownDay(on) ? on : null;
}
