import { locales } from "./locales";
import { sourceLocale } from "./source-locale";
import type { Locale } from "./translation";

/**
 * The two languages of a sheet of paper, since three do not fit in large print: the reader's and English; beside English
 * the first other one that is spoken there, and Korean where none is.
 */
export function paperLanguages(reader: Locale, spoken: string[] = []): Locale[] {
  if (reader !== sourceLocale) return [reader, sourceLocale];
  const other = spoken.find((tag) => tag !== reader && locales.includes(tag));
  return [reader, other ?? "ko"];
}
