import { createTranslator } from "use-intl";
import en from "../../app/i18n/messages/en";
import es from "../../app/i18n/messages/es";
import ko from "../../app/i18n/messages/ko";

export type Language = "en" | "es" | "ko";
/** The sentences of the product, so that tests read what a member reads. */
export type Words = ReturnType<typeof wordsIn>;

/** Sentences by key in one language. */
export function wordsIn(locale: Language) {
  return createTranslator({ locale, messages: sentences[locale], timeZone: "UTC" });
}

// The compiler knows the English sentences word for word; the other languages have the same keys.
export const sentences = { en, es: es as unknown as typeof en, ko: ko as unknown as typeof en };
