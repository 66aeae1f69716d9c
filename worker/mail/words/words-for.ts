import { en } from "./en";
import { es } from "./es";
import { ko } from "./ko";
import type { Words } from "./words";

/** Every language that mail speaks; a test keeps them beside those of the pages. */
export const languages: Record<string, Words> = { en, es, ko };

/** The words of the first of these languages that mail speaks; English where it speaks none. */
export function wordsFor(...tags: (string | null | undefined)[]): Words {
  for (const tag of tags) {
    const words = tag ? languages[tag.toLowerCase().split("-")[0] ?? ""] : undefined;
    if (words) return words;
  }
  return en;
}
