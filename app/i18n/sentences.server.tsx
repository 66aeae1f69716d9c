import { cloneElement, type ReactElement, type ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { messagesOf } from "./messages.server";
import type { Locale } from "./translation";

/** The sentences of a language around a page. They are read once a process: a provider made for each page reads them anew. */
export function Sentences({ locale, children }: { locale: Locale; children: ReactNode }) {
  const around =
    known.get(locale) ?? IntlProvider({ locale, messages: messagesOf(locale), timeZone: "UTC", children: null });
  known.set(locale, around);
  return cloneElement(around, undefined, children);
}

const known = new Map<Locale, ReactElement>();
