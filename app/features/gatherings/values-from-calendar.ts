import { isShownDay } from "./calendar-span";
import type { FormValues } from "./form-values";

/** The day and hours that somebody selected on a calendar, as a new gathering's form begins with them. */
export function valuesFromCalendar(search: URLSearchParams): FormValues {
  const on = search.get("on") ?? "";
  const hour = (name: string) => {
    const time = search.get(name) ?? "";
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? { [name]: time } : {};
  };
  return isShownDay(on) ? { starts_on: on, ...hour("starts"), ...hour("ends") } : {};
}
