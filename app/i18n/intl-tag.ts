import type { Locale } from "./translation";

/** The variety in which dates and numbers are written: Spanish as in the United States, with 3 p.m. and 1,000. */
export function intlTag(locale: Locale): string {
  return locale === "es" ? "es-US" : locale;
}
