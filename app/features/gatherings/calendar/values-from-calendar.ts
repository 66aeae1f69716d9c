import type { FormValues } from "~/platform/form-values";
import { isShownDay } from "./span";

/** What a form starts with when somebody came to it from days or hours of a calendar; what is no day or time is left out. */
export function valuesFromCalendar(search: URLSearchParams): FormValues {
  const values: FormValues = {};
  const on = search.get("on") ?? "";
  const until = search.get("until") ?? "";
  if (isShownDay(on)) values.starts_on = on;
  if (isShownDay(until) && until > on) values.ends_on = until;
  for (const name of ["starts", "ends"] as const) {
    const time = search.get(name) ?? "";
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) values[name] = time;
  }
  return values;
}

/** The other way: the address's part for a span of wall time. */
export function searchOfSpan({ starts, ends }: { starts: string; ends: string }): string {
  const search = new URLSearchParams({
    on: starts.slice(0, 10),
    starts: starts.slice(11, 16),
    ends: ends.slice(11, 16),
  });
  if (ends.slice(0, 10) > starts.slice(0, 10)) search.set("until", ends.slice(0, 10));
  return `?${search}`;
}
