import { intlTag } from "~/i18n/intl-tag";
import type { Locale } from "~/i18n/translation";
import { shortZoneNames, zoneNames } from "./zone-names";

/** When something is: wall time (`2026-11-28T10:00:00`) in the zone of the place, and the instants it comes to. */
export type When = { starts_local: string; ends_local: string; time_zone: string; starts_at: string; ends_at: string };

/** `Saturday, November 28, 2026` or `2026년 11월 28일 토요일`, of a date or a wall time. */
export function formatDay(local: string, locale: Locale): string {
  return format(wall(local), locale, { weekday: "long", year: "numeric", month: "long", day: "numeric" });
}

/** `Sat, Nov 28` or `11월 28일 (토)`: where the year is said elsewhere. */
export function formatShortDay(local: string, locale: Locale): string {
  return format(wall(local), locale, { weekday: "short", month: "short", day: "numeric" });
}

/** `November 2026` or `2026년 11월`. */
export function formatMonth(local: string, locale: Locale): string {
  return format(wall(local), locale, { year: "numeric", month: "long" });
}

/** `10:00 AM` or `오전 10:00`, of a wall time. */
export function formatTime(local: string, locale: Locale): string {
  return format(wall(local), locale, { hour: "numeric", minute: "2-digit" });
}

/** `10 AM` or `오전 10시`; `10:30 AM` or `오전 10:30`: as people say when something begins. */
export function formatSpokenTime(local: string, locale: Locale): string {
  return local.slice(14, 16) === "00" ? format(wall(local), locale, { hour: "numeric" }) : formatTime(local, locale);
}

/** `November 28` or `11월 28일`: a day of every year. */
export function formatYearlyDay(local: string, locale: Locale): string {
  return format(wall(local), locale, { month: "long", day: "numeric" });
}

/** `November` or `11월`, by its number. */
export function formatMonthName(month: number, locale: Locale): string {
  return format(new Date(Date.UTC(2024, month - 1, 1)), locale, { month: "long" });
}

/** `Monday` or `월요일`, by its number: 0 for Monday, 6 for Sunday. */
export function formatWeekday(weekday: number, locale: Locale): string {
  return format(new Date(Date.UTC(2024, 0, 1 + weekday)), locale, { weekday: "long" });
}

/** `Mon` or `월`, by its ISO number: 1 for Monday, 7 for Sunday. */
export function formatIsoWeekday(weekday: number, locale: Locale): string {
  return format(new Date(Date.UTC(2024, 0, weekday)), locale, { weekday: "short" });
}

/** `Pacific Time` or `미국 서부 시간`; elsewhere the place and how far it is from GMT then: `Manila, GMT+8`. */
export function formatZone(timeZone: string, locale: Locale, at: Date | string = new Date(0)): string {
  const name = zoneNames[locale.split("-")[0] ?? ""]?.[timeZone];
  if (name) return name;

  const place = placeOf(timeZone);
  if (!knowsZone(timeZone)) return place;
  const parts = formatterOf("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(new Date(at));
  return `${place}, ${parts.find(({ type }) => type === "timeZoneName")?.value}`;
}

/** `PT` or `서부`, beside a time; elsewhere the place. */
export function formatShortZone(timeZone: string, locale: Locale): string {
  return shortZoneNames[locale.split("-")[0] ?? ""]?.[timeZone] ?? placeOf(timeZone);
}

/** `10:00 AM – 12:00 PM`; with the day of its end where that is another one. */
export function formatTimes(
  { starts_local, ends_local }: Pick<When, "starts_local" | "ends_local">,
  locale: Locale,
): string {
  const end = formatTime(ends_local, locale);
  const sameDay = starts_local.slice(0, 10) === ends_local.slice(0, 10);
  return `${formatTime(starts_local, locale)} – ${sameDay ? end : `${formatShortDay(ends_local, locale)} ${end}`}`;
}

/**
 * Weekday, date, year, time and zone of the place; and the reader's own beside it, when their clocks show
 * something else.
 */
export function formatWhen(when: When, locale: Locale, readerZone?: string): { place: string; reader?: string } {
  const place = formatIn(when, locale, when.time_zone, when.starts_at);
  if (!readerZone || !knowsZone(readerZone)) return { place };

  const seen = { starts_local: localIn(when.starts_at, readerZone), ends_local: localIn(when.ends_at, readerZone) };
  const same = seen.starts_local === localIn(when.starts_at, when.time_zone);
  return same ? { place } : { place, reader: formatIn(seen, locale, readerZone, when.starts_at) };
}

/** When something begins on the reader's clock: `3:00 AM`, and its day there where that is another one. */
export function formatThere({ starts_local, starts_at }: When, readerZone: string, locale: Locale): string {
  const there = localIn(starts_at, readerZone);
  const time = formatTime(there, locale);
  return there.slice(0, 10) === starts_local.slice(0, 10) ? time : `${formatShortDay(there, locale)} ${time}`;
}

/** The wall time of an instant in a zone, as `2026-11-28T10:00:00`. For showing only: instants are derived in the database. */
export function localIn(instant: Date | string, timeZone: string): string {
  const parts = formatterOf("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}`;
}

/** The date that the calendar on the wall shows in a zone, as `2026-11-28`. */
export function todayIn(timeZone: string, now: Date): string {
  return localIn(now, knowsZone(timeZone) ? timeZone : "UTC").slice(0, 10);
}

/** Whether this computer can tell the time of a zone. */
export function knowsZone(timeZone: string): boolean {
  try {
    return Boolean(formatterOf("en-US", { timeZone }));
  } catch {
    return false;
  }
}

function formatIn(local: Pick<When, "starts_local" | "ends_local">, locale: Locale, zone: string, at: string): string {
  return `${formatDay(local.starts_local, locale)}, ${formatTimes(local, locale)} (${formatZone(zone, locale, at)})`;
}

function placeOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

/** A wall time as if it were UTC's, so that no zone's rules touch it. */
function wall(local: string): Date {
  return new Date(local.length === 10 ? `${local}T00:00:00Z` : `${local.slice(0, 19)}Z`);
}

/** Node and browsers disagree on the words for the halves of the day, and on which spaces to use. */
function format(date: Date, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const parts = formatterOf(locale, { ...options, timeZone: "UTC" }).formatToParts(date);
  const half = halves[locale.split("-")[0] ?? ""]?.[date.getUTCHours() < 12 ? 0 : 1];
  return plainSpaces(parts.map(({ type, value }) => (type === "dayPeriod" && half ? half : value)).join(""));
}

const halves: Record<string, readonly [morning: string, afternoon: string]> = {
  ko: ["오전", "오후"],
  en: ["AM", "PM"],
  es: ["a.m.", "p.m."],
};

function plainSpaces(text: string): string {
  return text.replace(/[\u202f\u2009\u00a0]/g, " ");
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one costs far more than using it, and a page or a message uses the same few again and again. */
function formatterOf(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(intlTag(locale), options);
  formatters.set(key, made);
  return made;
}
