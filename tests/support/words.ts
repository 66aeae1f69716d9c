import { createTranslator } from "use-intl";
import en from "../../app/i18n/messages/en";
import ko from "../../app/i18n/messages/ko";

export type Language = "en" | "ko";
/** The sentences of the product, so that tests read what a member reads. */
export type Words = ReturnType<typeof wordsIn>;

/** Sentences by key in one language. */
export function wordsIn(locale: Language) {
  // The compiler knows the English sentences word for word; the other language has the same keys.
  const messages = locale === "en" ? en : (ko as unknown as typeof en);
  return createTranslator({ locale, messages, timeZone: "UTC" });
}
