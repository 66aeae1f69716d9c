import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { formatShortZone, formatTime } from "~/platform/time";
import type { Card } from "./card";
import { GatheringTitle } from "./gathering-title";
import { isElsewhere } from "./is-elsewhere";

type SheetEventProps = {
  card: Card;
  readerZone: string | undefined;
  /** Whether it shares its day with so many that its title gets one line. */
  crowded: boolean;
};

/** A gathering on the sheet of a month or a week: a bar in its organization's color, its title, then when and whose it is. */
export function SheetEvent({ card, readerZone, crowded }: SheetEventProps) {
  const t = useTranslations("state");
  const locale = useLocale();
  const zone = isElsewhere(card, readerZone) ? ` ${formatShortZone(card.time_zone, locale)}` : "";

  return (
    <span data-hue={card.organization.color} className="flex min-w-0 items-stretch gap-1.5 text-left text-ink">
      <span aria-hidden className="w-1 shrink-0 rounded-full bg-(--hue)" />
      <span className="min-w-0 flex-1 leading-tight">
        <span className={`text-sm font-semibold ${crowded ? "block truncate" : "line-clamp-2"}`}>
          <GatheringTitle card={card} />
        </span>
        <span className="block truncate text-[0.8125rem] text-soft">
          {card.state === "scheduled" ? null : <b className="text-ink">{t(card.state)} </b>}
          {formatTime(card.starts_local, locale)}
          {zone} <span className="text-(--hue)">{shortNameOf(card.organization, locale)}</span>
        </span>
      </span>
    </span>
  );
}
