import { createTranslator } from "use-intl";
import { messagesOf } from "./messages.server";
import type { Locale } from "./translation";

/** Sentences outside of components: titles, and answers that the server writes itself. */
export function translatorFor(locale: Locale) {
  return createTranslator({ locale, messages: messagesOf(locale), timeZone: "UTC" });
}
