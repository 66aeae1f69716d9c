import { useLocale } from "use-intl";
import { type LocalizedText, pickText } from "~/i18n/pick-text";
import { PlainText } from "~/ui/plain-text";

/** A text in the reader's language, or marked as being in another. */
export function LocalText({ texts, paragraph = false }: { texts: LocalizedText; paragraph?: boolean }) {
  const locale = useLocale();
  const { text, lang } = pickText(texts, locale);
  if (text === "") return null;
  const other = lang === locale ? undefined : lang;
  if (paragraph) {
    return (
      <div lang={other}>
        <PlainText text={text} />
      </div>
    );
  }
  return other ? <span lang={other}>{text}</span> : text;
}
