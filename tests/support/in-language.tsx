import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { type Language, sentences } from "./words";

/** A wrapper for component tests: the reader's language around whatever is rendered. */
export function inLanguage(locale: Language) {
  return ({ children }: { children: ReactNode }) => (
    <IntlProvider locale={locale} messages={sentences[locale]} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
