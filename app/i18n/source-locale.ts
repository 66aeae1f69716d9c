import type { Locale } from "./translation";

/** The language that everything falls back to. */
export const sourceLocale: Locale = "en";
