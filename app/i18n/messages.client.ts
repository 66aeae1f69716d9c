import type { Messages } from "use-intl";
import { sourceLocale } from "./source-locale";
import type { Locale } from "./translation";

type Files = Record<string, () => Promise<Messages>>;
const files: Files = import.meta.glob<Messages>("./messages/*.ts", { import: "default" });
const filesApart: Files = import.meta.glob<Messages>("./messages/*.ts", { import: "default", query: "?apart" });

let shared: Promise<Messages> | undefined;

/** Fetches the sentences of one language: the browser never loads the others. */
export function loadMessages(locale: Locale): Promise<Messages> {
  shared ??= load(files, locale);
  return shared;
}

/** Adds the sentences that only some pages need; scripts/compiled-messages.ts says which, and makes those pages wait. */
export async function addMessagesApart(locale: Locale): Promise<void> {
  const [messages, apart] = await Promise.all([loadMessages(locale), load(filesApart, locale)]);
  Object.assign(messages, apart);
}

function load(from: Files, locale: Locale): Promise<Messages> {
  const fetch = from[`./messages/${locale}.ts`] ?? from[`./messages/${sourceLocale}.ts`];
  if (!fetch) throw new Error(`No messages for ${locale}`);
  return fetch();
}
