import type { Locale } from "~/i18n/translation";
import type { translatorFor } from "~/i18n/translator.server";
import { formatIsoWeekday, formatTime } from "~/platform/time";
import type { Facts } from "./facts";

type Hours = { opens_minute: number; closes_minute: number };
type Said = { locale: Locale; t: ReturnType<typeof translatorFor> };

/** Opening hours as people say them, a line for each set of days: `Mon–Fri 8:00 AM – 12:00 PM, 1:00 PM – 5:00 PM`. */
export function weekInWords(schedules: Facts["schedules"], said: Said): string[] {
  const lines = new Map<string, Hours[]>();
  for (const { weekdays, ...hours } of schedules) {
    const days = daysInWords(weekdays, said);
    lines.set(days, [...(lines.get(days) ?? []), hours]);
  }
  return [...lines].map(([days, hours]) => `${days} ${hoursInWords(hours, said)}`);
}

/** The hours of one day. */
export function hoursInWords(hours: Hours[], { locale, t }: Said): string {
  return hours
    .map(({ opens_minute, closes_minute }) => {
      if (closes_minute - opens_minute === 1440) return t("handingOut.aroundTheClock");
      const [opens, closes] = [clock(opens_minute, locale), clock(closes_minute, locale)];
      return t(closes_minute > 1440 ? "handingOut.hoursIntoNextDay" : "handingOut.hoursRange", { opens, closes });
    })
    .join(", ");
}

/** Three days or more that follow one another are a range. */
function daysInWords(weekdays: number[], { locale, t }: Said): string {
  if (weekdays.length === 7) return t("handingOut.everyDay");
  const runs: number[][] = [];
  for (const day of [...weekdays].sort()) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined) => formatIsoWeekday(day ?? 1, locale);
  return runs
    .flatMap((run) =>
      run.length > 2 ? t("handingOut.dayRange", { from: name(run[0]), to: name(run.at(-1)) }) : run.map(name),
    )
    .join(", ");
}

function clock(minute: number, locale: Locale): string {
  const [hour, rest] = [Math.floor((minute % 1440) / 60), minute % 60];
  return formatTime(`2024-01-01T${String(hour).padStart(2, "0")}:${String(rest).padStart(2, "0")}`, locale);
}
