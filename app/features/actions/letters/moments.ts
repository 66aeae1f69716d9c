import type { Locale } from "~/i18n/translation";
import { formatDay, formatTime, formatZone, localIn } from "~/platform/time";

/** `Monday, December 1, 2026, 5:00 PM (Central Time)`: a deadline on the clocks it was set by. */
export function formatMoment(local: string, timeZone: string, locale: Locale): string {
  return `${formatDay(local, locale)}, ${formatTime(local, locale)} (${formatZone(timeZone, locale)})`;
}

/** An instant on the clocks of a zone. */
export function formatInstant(instant: string, timeZone: string, locale: Locale): string {
  return formatMoment(localIn(instant, timeZone), timeZone, locale);
}

/** The day of an instant in a zone. */
export function formatInstantDay(instant: string, timeZone: string, locale: Locale): string {
  return formatDay(localIn(instant, timeZone), locale);
}
