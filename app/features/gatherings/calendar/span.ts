import { addDays, dayOf, daysBetween, isDay, weekdayOf } from "~/platform/days";
import { years } from "~/platform/typed-day";

export const calendarViews = ["month", "week", "agenda", "day"] as const;
export type CalendarView = (typeof calendarViews)[number];

/** Whether a view is drawn as a sheet by scripts, on screens that are wide enough; the others are lists. */
export function isSheet(view: CalendarView): boolean {
  return view === "month" || view === "week";
}

/** The days a calendar shows: those that are meant, and the whole weeks that are drawn around them. */
export type CalendarSpan = {
  view: CalendarView;
  /** The day it was asked for by. */
  on: string;
  first: string;
  last: string;
  gridFirst: string;
  gridLast: string;
  weeks: number;
  previous: string | null;
  next: string | null;
};

/** The days around one; a week begins where the reader's language says (0 is Sunday). */
export function spanAround(view: CalendarView, on: string, weekBegins: number): CalendarSpan {
  const { first, last, previous, next } =
    view === "month" || view === "agenda" ? month(on) : days(view, on, weekBegins);
  const whole = view === "month";
  const gridFirst = whole ? weekStart(first, weekBegins) : first;
  const gridLast = whole ? addDays(weekStart(last, weekBegins), 6) : last;
  return {
    ...{ view, on, first, last, gridFirst, gridLast },
    weeks: Math.ceil((daysBetween(gridFirst, gridLast) + 1) / 7),
    previous: isShownDay(previous) ? previous : null,
    next: isShownDay(next) ? next : null,
  };
}

/** Whether it is a day of the years that calendars show. */
export function isShownDay(on: string): boolean {
  const year = Number(on.slice(0, 4));
  return isDay(on) && year >= years.first && year <= years.last;
}

/** The number of a week by its Thursday, as ISO 8601 counts. */
export function weekNumber(firstDay: string, weekBegins: number): number {
  const thursday = addDays(firstDay, (4 - weekBegins + 7) % 7);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

function month(on: string) {
  const [year = 0, monthOfYear = 1] = on.split("-").map(Number);
  return {
    first: dayOf(year, monthOfYear, 1),
    last: dayOf(year, monthOfYear + 1, 0),
    previous: dayOf(year, monthOfYear - 1, 1),
    next: dayOf(year, monthOfYear + 1, 1),
  };
}

function days(view: "week" | "day", on: string, weekBegins: number) {
  const length = view === "week" ? 7 : 1;
  const first = view === "week" ? weekStart(on, weekBegins) : on;
  return { first, last: addDays(first, length - 1), previous: addDays(first, -length), next: addDays(first, length) };
}

function weekStart(on: string, weekBegins: number): string {
  return addDays(on, -((weekdayOf(on) - weekBegins + 7) % 7));
}
