import { useMessages, useTranslations } from "use-intl";

/** What a language is called in the reader's; the tag itself for one that has no name in the messages. */
export function useLanguageName(): (tag: string) => string {
  const t = useTranslations("language");
  const { language } = useMessages();
  return (tag) => (tag in language ? t(tag as keyof typeof language) : tag);
}
