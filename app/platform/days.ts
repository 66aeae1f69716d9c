/** Days of the calendar as text (`2026-11-28`): arithmetic that no time zone touches. */

/** The day so many days later, or earlier. */
export function addDays(on: string, days: number): string {
  const date = utc(on);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** How many days lie from one to the other. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

/** 0 for Sunday, 6 for Saturday. */
export function weekdayOf(on: string): number {
  return utc(on).getUTCDay();
}

/** A day by its numbers; the 0th is the last of the month before. */
export function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text).getTime()) && addDays(text, 0) === text;
}

function utc(on: string): Date {
  return new Date(`${on}T00:00:00Z`);
}
