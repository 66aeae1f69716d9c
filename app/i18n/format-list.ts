import type { Locale } from "./translation";

/** `A, B, and C`, or in Korean `A, B, C`: the 및 of official Korean is not how people speak. */
export function formatList(items: string[], locale: Locale): string {
  if (locale.startsWith("ko")) return items.join(", ");
  return new Intl.ListFormat(locale, { style: "long", type: "conjunction" }).format(items);
}
