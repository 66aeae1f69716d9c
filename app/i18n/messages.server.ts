import type { Messages } from "use-intl";
import { locales } from "./locales";
import { writeNumbersAsDates } from "./numbers";
import { sourceLocale } from "./source-locale";
import type { Locale } from "./translation";

writeNumbersAsDates();

const files = import.meta.glob<Messages>("./messages/*.ts", { import: "default", eager: true });

/** The sentences of one language, for rendering on the server. */
export function messagesOf(locale: Locale): Messages {
  const messages = files[`./messages/${locale}.ts`] ?? files[`./messages/${sourceLocale}.ts`];
  if (!messages) throw new Error(`No messages for ${locale}`);
  return messages;
}

/** Every language by its own name, for choosing. */
export function languages(): { locale: Locale; name: string }[] {
  return locales.map((locale) => ({ locale, name: messagesOf(locale).languageName }));
}
