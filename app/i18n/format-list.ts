import type { Locale } from "./translation";

/** `A, B, and C` or `A, B 및 C`, as the language joins a list. */
export function formatList(items: string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { style: "long", type: "conjunction" }).format(items);
}
