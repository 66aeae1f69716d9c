import { addDays, dayOf, weekdayOf } from "~/platform/days";

/**
 * The same weekday of the month (a second Saturday, say) in the first month after that day's own where it lies after
 * today. A month that has no fifth one gives its last.
 */
export function nextDayLike(on: string, today: string): string {
  const place = Math.ceil(Number(on.slice(8, 10)) / 7);
  const first = Math.max(monthNumber(on) + 1, monthNumber(today));
  const found = weekdayOfMonth(first, weekdayOf(on), place);
  return found > today ? found : weekdayOfMonth(first + 1, weekdayOf(on), place);
}

/** Months counted through the years, so that December plus one is January. */
function monthNumber(on: string): number {
  return Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));
}

function weekdayOfMonth(month: number, weekday: number, place: number): string {
  const first = dayOf(Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, 1);
  const found = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (place - 1) * 7);
  return found.slice(0, 7) === first.slice(0, 7) ? found : addDays(found, -7);
}
