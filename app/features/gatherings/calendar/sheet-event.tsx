import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { formatShortZone, formatThere, formatTime, knowsZone } from "~/platform/time";
import type { Card } from "../card";
import { GatheringTitle } from "../gathering-title";
import { isElsewhere } from "../is-elsewhere";
import { RepeatSign } from "../repeating/repeat-mark";

type SheetEventProps = {
  card: Card;
  readerZone: string | undefined;
  /** Whether it shares its day with so many that its title gets one line. */
  crowded: boolean;
  /** Whether it has its day for itself, and so a line for the reader's own time. */
  alone: boolean;
  /** Whether it has room for three small lines alone. */
  short: boolean;
};

/** A gathering on a sheet of days: a bar in its organization's color, its title, then when and whose it is. */
export function SheetEvent({ card, readerZone, crowded, alone, short }: SheetEventProps) {
  const t = useTranslations("state");
  const calendar = useTranslations("calendar");
  const locale = useLocale();
  const elsewhere = isElsewhere(card, readerZone);
  const zone = elsewhere ? ` ${formatShortZone(card.time_zone, locale)}` : "";
  const reader = elsewhere && readerZone && knowsZone(readerZone) ? readerZone : undefined;

  const small = short ? "text-[0.75rem]" : "text-[0.8125rem]";

  return (
    <span data-hue={card.organization.color} className="flex h-full min-w-0 items-stretch gap-1.5 text-left text-ink">
      <span aria-hidden className="w-1 shrink-0 rounded-full bg-(--hue)" />
      <span className={`min-w-0 flex-1 ${short ? "leading-[1.15]" : "leading-tight"}`}>
        <span
          className={`font-semibold ${short ? "block truncate text-[0.75rem]" : crowded ? "block truncate text-sm" : "line-clamp-2 text-sm"}`}
        >
          <GatheringTitle card={card} />
        </span>
        <span className={`block truncate text-soft ${small}`}>
          {card.state === "scheduled" ? null : <b className="text-ink">{t(card.state)} </b>}
          {formatTime(card.starts_local, locale)}
          {zone}
          <RepeatSign card={card} /> <span className="text-(--hue)">{shortNameOf(card.organization, locale)}</span>
          {card.missing ? <b className="text-ochre"> {calendar("missing", { count: card.missing })}</b> : null}
        </span>
        {reader ? (
          <span className={`truncate text-soft ${small} ${alone || short ? "block" : "sr-only"}`}>
            {`${formatThere(card, reader, locale)} ${formatShortZone(reader, locale)}`}
          </span>
        ) : null}
      </span>
    </span>
  );
}
