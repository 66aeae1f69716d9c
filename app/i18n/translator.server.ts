import { createTranslator } from "use-intl";
import { messagesOf } from "./messages.server";
import type { Locale } from "./translation";

/** Sentences outside of components: titles, and answers that the server writes itself. */
export function translatorFor(locale: Locale) {
  const translator = known.get(locale) ?? make(locale);
  known.set(locale, translator);
  return translator;
}

const make = (locale: Locale) => createTranslator({ locale, messages: messagesOf(locale), timeZone: "UTC" });

/** What a sentence says is read when it is first said, which costs far more than saying it again. */
const known = new Map<Locale, ReturnType<typeof make>>();
