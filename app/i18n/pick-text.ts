import { sourceLocale } from "./source-locale";
import type { Locale } from "./translation";

/** A text in one or more languages, by BCP 47 tag. */
export type LocalizedText = { [tag: string]: string | undefined };

/** The text in the reader's language, else in English, else in whatever there is; with the language it is in. */
export function pickText(texts: LocalizedText | null | undefined, locale: Locale): { text: string; lang: string } {
  const written = Object.entries(texts ?? {}).filter((entry): entry is [string, string] => Boolean(entry[1]?.trim()));
  const [lang, text] = written.find(([tag]) => tag === locale) ??
    written.find(([tag]) => tag.split("-")[0] === locale.split("-")[0]) ??
    written.find(([tag]) => tag === sourceLocale) ??
    written[0] ?? [locale, ""];
  return { text, lang };
}

/** The text that the reader would be shown and no other, so that a page carries no language but theirs. */
export function onlyText(texts: LocalizedText, locale: Locale): Record<string, string> {
  const { text, lang } = pickText(texts, locale);
  return { [lang]: text };
}
