import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import en from "../../app/i18n/messages/en";
import ko from "../../app/i18n/messages/ko";

/** A wrapper for component tests: the reader's language around whatever is rendered. */
export function inLanguage(locale: "en" | "ko") {
  // The compiler knows the English sentences word for word; the other language has the same keys.
  const messages = locale === "en" ? en : (ko as unknown as typeof en);
  return ({ children }: { children: ReactNode }) => (
    <IntlProvider locale={locale} messages={messages} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
