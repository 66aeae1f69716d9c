import { sourceLocale } from "./source-locale";
import type { Locale } from "./translation";

const files = import.meta.glob("./messages/*.ts");

/** Every language of the product: English first, then one per file in messages/. */
export const locales: Locale[] = [
  sourceLocale,
  ...Object.keys(files)
    .map((file) => file.replace(/^.*\/(.+)\.ts$/, "$1"))
    .filter((locale) => locale !== sourceLocale)
    .sort(),
];

/** The language of that tag, or of its first part (`ko-KR` is Korean); undefined when there is no file for it. */
export function findLocale(tag: string | null | undefined): Locale | undefined {
  const wanted = tag?.trim().toLowerCase();
  if (!wanted) return undefined;
  return (
    locales.find((locale) => locale.toLowerCase() === wanted) ??
    locales.find((locale) => locale === wanted.split("-")[0])
  );
}
