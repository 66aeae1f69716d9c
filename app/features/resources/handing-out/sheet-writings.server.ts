import { languages, messagesOf } from "~/i18n/messages.server";
import type { Locale } from "~/i18n/translation";
import { translatorFor } from "~/i18n/translator.server";
import { env } from "~/platform/env.server";
import { qrPath } from "~/platform/paper/qr-path.server";
import type { Writing } from "./words";

/** What a sheet is written with in every language, the reader's first. */
export function sheetWritings(locale: Locale): Writing[] {
  const others = languages().flatMap((language) => (language.locale === locale ? [] : [language.locale]));
  return [locale, ...others].map((one) => ({ locale: one, t: translatorFor(one), names: messagesOf(one).language }));
}

/** The code that leads to a page, where everyone may see it. */
export function codeOf(path: string, isOpen: boolean) {
  if (!isOpen) return null;
  const url = addressOf(path);
  return { qr: qrPath(url), url };
}

export function addressOf(path: string): string {
  return `${env().APP_URL.replace(/\/$/, "")}${path}`;
}
