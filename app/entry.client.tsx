import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { loadMessages } from "./i18n/messages.client";

const locale = document.documentElement.lang;
const messages = await loadMessages(locale);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <IntlProvider locale={locale} messages={messages} timeZone="UTC">
        <RemixBrowser />
      </IntlProvider>
    </StrictMode>,
  );
});
