import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { loadMessages } from "./i18n/messages.client";

const locale = document.documentElement.lang;
const [messages] = await Promise.all([loadMessages(locale), dataDecoded()]);

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

/**
 * Remix decodes the page's data while its first render waits for it. A key pressed in that moment would make React finish
 * a root that still waits (its error 345), so the waiting comes first.
 */
async function dataDecoded(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waited) {
    await waited;
  }
}
