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
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return false;
  const year = Number(on.slice(0, 4));
  return year >= years.first && year <= years.last && iso(new Date(`${on}T00:00:00Z`)) === on;
}

/** So many days later, by the calendar alone. */
export function addDays(on: string, days: number): string {
  const date = new Date(`${on}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return iso(date);
}

/** The first day of the week that a day lies in. */
export function weekStart(on: string, firstWeekday: number): string {
  return addDays(on, -((weekday(on) - firstWeekday + 7) % 7));
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

function dayOf(year: number, month: number, day: number): string {
  return iso(new Date(Date.UTC(year, month - 1, day)));
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000);
}

function weekday(on: string): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay();
}

function iso(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
