import { findLocale } from "./locales";
import { sourceLocale } from "./source-locale";
import type { Locale } from "./translation";

/** The cookie that remembers a language chosen with `?lang=`; the prefixed name is taken over https and from this host alone. */
export function languageCookie(secure: boolean): string {
  return secure ? "__Host-hamkke_lang" : "hamkke_lang";
}

export type LanguageWishes = {
  /** `?lang=` of the address. */
  asked?: string | null;
  /** What the cookie remembers. */
  remembered?: string | null;
  /** What the account says. */
  account?: string | null;
  /** The browser's Accept-Language header. */
  accepted?: string | null;
};

/** The language of a page: what was asked for, then remembered, then the account's, then the browser's, then English. */
export function negotiateLocale({ asked, remembered, account, accepted }: LanguageWishes): Locale {
  return (
    findLocale(asked) ?? findLocale(remembered) ?? findLocale(account) ?? firstAccepted(accepted ?? "") ?? sourceLocale
  );
}

function firstAccepted(header: string): Locale | undefined {
  const ranges = header.slice(0, 1000).split(",").map(parseRange);
  const wanted = ranges.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const locale = tag === "*" ? sourceLocale : findLocale(tag);
    if (locale) return locale;
  }
  return undefined;
}

function parseRange(range: string): { tag: string; quality: number } {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
  const q = parameters.find((parameter) => parameter.startsWith("q="));
  const quality = q === undefined ? 1 : Number(q.slice(2));
  return { tag, quality: Number.isFinite(quality) ? quality : 0 };
}
