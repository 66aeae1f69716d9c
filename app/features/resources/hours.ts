import type { Locale } from "~/i18n/translation";
import { formatIsoWeekday, formatTime } from "~/platform/time";
import type { Schedule } from "./service";

/** A line of opening hours: its days, and from when to when, in words. */
export type HoursLine = { days: string; from: string; until: string; allDay: boolean };

/** Opening hours as lines in the reader's language: "Mon–Fri", "9:00 AM", "5:00 PM". */
export function hoursLines(schedules: Schedule[], locale: Locale): HoursLine[] {
  return schedules.map(({ weekdays, opens_minute, closes_minute }) => ({
    days: daysInWords(weekdays, locale),
    from: clock(opens_minute, locale),
    until: clock(closes_minute, locale),
    allDay: opens_minute === 0 && closes_minute === 1440,
  }));
}

/** Opening hours as the form takes them back: "Mon-Fri 09:00-17:00". */
export function typedHours(schedules: Schedule[], locale: Locale): string {
  return schedules
    .map(({ weekdays, opens_minute, closes_minute }) => {
      const days = daysInWords(weekdays, locale).replaceAll("–", "-");
      return `${days} ${digits(opens_minute)}-${closes_minute === 1440 ? "24:00" : digits(closes_minute)}`;
    })
    .join("\n");
}

/** Runs of three days or more are drawn together: "Mon–Fri", "Tue, Thu". */
function daysInWords(weekdays: number[], locale: Locale): string {
  const runs: number[][] = [];
  for (const day of [...weekdays].sort()) {
    const last = runs.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${name(run[0])}–${name(run.at(-1))}`] : run.map(name))).join(", ");

  function name(day: number | undefined): string {
    return formatIsoWeekday(day ?? 1, locale);
  }
}

function digits(minute: number): string {
  const within = minute % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}

function clock(minute: number, locale: Locale): string {
  return formatTime(`2000-01-01T${digits(minute)}:00`, locale);
}
