import { languageCookie, negotiateLocale } from "../../app/i18n/negotiate";
import { translatorFor } from "../../app/i18n/translator.server";
import { readCookie } from "../../app/platform/session.server";

/** What the server can have to say before any page is reached. */
export type SentenceKey =
  | "starting"
  | "otherMethod"
  | "tooLarge"
  | "fileTooLarge"
  | "crowded"
  | "addressTooLong"
  | "unreadable"
  | "crossSite"
  | "wrongHost"
  | "silent"
  | "unexpected";

type SentencePage = {
  key: SentenceKey;
  status: number;
  nonce: string;
  secure: boolean;
  demonstration: boolean;
  headers?: Record<string, string>;
};

/** A page of one sentence, in the reader's language, that needs nothing but itself. */
export function sentencePage(
  request: Request,
  { key, status, nonce, secure, demonstration, headers }: SentencePage,
): Response {
  const locale = negotiateLocale({
    asked: URL.canParse(request.url) ? new URL(request.url).searchParams.get("lang") : null,
    remembered: readCookie(request.headers.get("cookie"), languageCookie(secure)),
    accepted: request.headers.get("accept-language"),
  });
  const t = translatorFor(locale);
  const title = t(key === "starting" ? "server.starting" : `server.${key}Title`);
  const text = t(key === "starting" ? "server.startingText" : `server.${key}`);
  const notice = demonstration ? `<footer>${inHtml(t("shell.demonstration"))}</footer>` : "";
  const again = key === "starting" ? '<meta http-equiv="refresh" content="2">' : "";

  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">${again}<title>${inHtml(title)} · ${inHtml(t("name"))}</title>
<style nonce="${nonce}">:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:38rem;margin:4rem auto;padding:0 1rem}footer{margin-top:4rem;font-size:.875rem}</style></head>
<body><main><h1>${inHtml(title)}</h1><p>${inHtml(text)}</p></main>${notice}</body></html>`;
  return new Response(html, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      Vary: "Cookie, Accept-Language",
      ...headers,
    },
  });
}

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
