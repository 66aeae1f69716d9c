import type { Locale } from "./translation";

type Named = { display_name: string; korean_name: string | null };

/** An organization's or a coalition's name in the reader's language. */
export function nameOf({ display_name, korean_name }: Named, locale: Locale): string {
  return (locale.startsWith("ko") && korean_name) || display_name;
}

/** An organization's name where there is little room, and on its buttons. */
export function shortNameOf({ short_name, korean_name }: Named & { short_name: string }, locale: Locale): string {
  return nameOf({ display_name: short_name, korean_name }, locale);
}
