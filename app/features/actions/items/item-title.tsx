import { useLocale } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import type { ItemCard } from "./facts";

/** An item's title in the reader's language, or in the one it has. */
export function ItemTitle({ item }: { item: Pick<ItemCard, "title"> }) {
  const { text, lang } = pickText(item.title, useLocale());
  return (
    <span lang={lang} className="wrap-anywhere">
      {text}
    </span>
  );
}
