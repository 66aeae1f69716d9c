import { useMessages } from "use-intl";
import { nameLanguage } from "./name-language";

/** What languages are called in the reader's. */
export function useLanguageName(): (tag: string) => string {
  const { language } = useMessages();
  return (tag) => nameLanguage(tag, language);
}
