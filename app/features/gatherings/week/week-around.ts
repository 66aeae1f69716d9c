import { addDays, isDay, weekdayOf } from "~/platform/days";
import { years } from "../vocabulary";

/** Weeks begin on Sunday, as wall calendars in both languages do. */
const firstWeekday = 0;

export type Week = { first: string; last: string; previous: string | null; next: string | null };

/** The week around a day that the address asks for; around today when it asks for none that we show. */
export function weekAround(asked: string | null, today: string): Week {
  const on = asked && isShown(asked) ? asked : today;
  const first = addDays(on, -((weekdayOf(on) - firstWeekday + 7) % 7));
  const previous = addDays(first, -7);
  const next = addDays(first, 7);
  return {
    ...{ first, last: addDays(first, 6) },
    previous: isShown(previous) ? previous : null,
    next: isShown(next) ? next : null,
  };
}

function isShown(on: string): boolean {
  return isDay(on) && Number(on.slice(0, 4)) >= years.first && Number(on.slice(0, 4)) <= years.last;
}
