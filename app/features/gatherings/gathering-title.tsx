import { useLocale } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import type { Card } from "./card";

/** A gathering's title in the reader's language, or marked as being in another; struck through when it is cancelled. */
export function GatheringTitle({ card }: { card: Pick<Card, "title" | "state"> }) {
  const locale = useLocale();
  const { text, lang } = pickText(card.title, locale);
  const marked =
    lang === locale ? (
      text
    ) : (
      <span lang={lang} className="leading-[inherit]">
        {text}
      </span>
    );
  return card.state === "cancelled" ? <s className="decoration-1">{marked}</s> : marked;
}
