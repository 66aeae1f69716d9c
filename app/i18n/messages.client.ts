import type { Messages } from "use-intl";
import { writeNumbersAsDates } from "./numbers";
import { sourceLocale } from "./source-locale";
import type { Locale } from "./translation";

writeNumbersAsDates();

type Files = Record<string, () => Promise<Messages>>;
const files: Files = import.meta.glob<Messages>("./messages/*.ts", { import: "default" });

let shared: Promise<Messages> | undefined;

/** Fetches the sentences of one language: the browser never loads the others. */
export function loadMessages(locale: Locale): Promise<Messages> {
  shared ??= load(files, locale);
  return shared;
}

/** Adds sentences that only some pages need; scripts/compiled-messages.ts says which, and makes those pages wait. */
export async function addMessages(from: Files, locale: Locale): Promise<void> {
  const [messages, added] = await Promise.all([loadMessages(locale), load(from, locale)]);
  Object.assign(messages, added);
}

function load(from: Files, locale: Locale): Promise<Messages> {
  const fetch = fileOf(from, locale) ?? fileOf(from, sourceLocale);
  if (!fetch) throw new Error(`No messages for ${locale}`);
  return fetch();
}

/** By its end: a path is written from the file that asks, or from the root. */
function fileOf(from: Files, locale: Locale) {
  return Object.entries(from).find(([path]) => path.endsWith(`/${locale}.ts`))?.[1];
}
