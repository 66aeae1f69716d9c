import { locales } from "~/i18n/locales";
import { messagesOf } from "~/i18n/messages.server";
import { paperLanguages } from "~/i18n/paper-languages";
import type { Locale } from "~/i18n/translation";
import { translatorFor } from "~/i18n/translator.server";
import { env } from "~/platform/env.server";
import { qrPath } from "~/platform/paper/qr-path.server";
import type { Writing } from "./words";

/** What a sheet of paper is written with in its two languages, the reader's first. */
export function sheetWritings(locale: Locale, spoken?: string[]): Writing[] {
  return paperLanguages(locale, spoken).map(writingIn);
}

/** What is written in every language, the reader's first. */
export function allWritings(locale: Locale): Writing[] {
  return [locale, ...locales.filter((other) => other !== locale)].map(writingIn);
}

function writingIn(locale: Locale): Writing {
  return { locale, t: translatorFor(locale), names: messagesOf(locale).language };
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
