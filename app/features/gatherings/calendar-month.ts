import { years } from "./vocabulary";

export type CalendarView = "month" | "agenda";

/** The month around a day: its own days, and the whole weeks that show it. */
export type CalendarMonth = {
  first: string;
  last: string;
  /** The Sunday on or before the first, and the Saturday on or after the last. */
  gridFirst: string;
  gridLast: string;
  weeks: number;
  previous: string | null;
  next: string | null;
};

/** What the address says of a calendar; a day or a view that is none counts as not said. */
export function readCalendarState(search: URLSearchParams, today: string): { on: string; view: CalendarView } {
  const asked = search.get("on") ?? "";
  return { on: isShownDay(asked) ? asked : today, view: search.get("view") === "agenda" ? "agenda" : "month" };
}

/** Weeks begin on Sunday, as wall calendars in both languages do. */
export function monthAround(on: string): CalendarMonth {
  const [year = 0, month = 1] = on.split("-").map(Number);
  const first = dayOf(year, month, 1);
  const last = dayOf(year, month + 1, 0);
  const gridFirst = addDays(first, -weekday(first));
  const gridLast = addDays(last, 6 - weekday(last));
  const previous = dayOf(year, month - 1, 1);
  const next = dayOf(year, month + 1, 1);
  return {
    ...{ first, last, gridFirst, gridLast },
    weeks: (daysBetween(gridFirst, gridLast) + 1) / 7,
    previous: isShownDay(previous) ? previous : null,
    next: isShownDay(next) ? next : null,
  };
}

function isShownDay(on: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return false;
  const year = Number(on.slice(0, 4));
  return year >= years.first && year <= years.last && iso(new Date(`${on}T00:00:00Z`)) === on;
}

function dayOf(year: number, month: number, day: number): string {
  return iso(new Date(Date.UTC(year, month - 1, day)));
}

function addDays(on: string, days: number): string {
  const date = new Date(`${on}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return iso(date);
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
