import type { Messages } from "use-intl";
import { sourceLocale } from "./source-locale";
import type { Locale } from "./translation";

const files = import.meta.glob<Messages>("./messages/*.ts", { import: "default" });

/** Fetches the sentences of one language: the browser never loads the others. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const load = files[`./messages/${locale}.ts`] ?? files[`./messages/${sourceLocale}.ts`];
  if (!load) throw new Error(`No messages for ${locale}`);
  return load();
}
