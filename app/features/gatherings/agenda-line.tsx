import { Link } from "@remix-run/react";
import { useLocale } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { formatShortZone, formatTime } from "~/platform/time";
import type { Card } from "./card";
import { GatheringTitle } from "./gathering-title";
import { isElsewhere } from "./is-elsewhere";
import { StateMark } from "./state-mark";
import { MissingMark } from "./volunteers/missing-mark";

/** A gathering among very many: one line with its time, its title and, in its color, whose it is. */
export function AgendaLine({ card, readerZone }: { card: Card; readerZone: string | undefined }) {
  const locale = useLocale();
  const zone = isElsewhere(card, readerZone) ? ` ${formatShortZone(card.time_zone, locale)}` : "";

  return (
    <Link
      to={`/gatherings/${card.id}`}
      data-hue={card.organization.color}
      className="flex min-h-11 flex-wrap items-baseline gap-x-3 border-l-4 border-(--hue) py-2 pl-3 hover:bg-sunken/60 hover:underline"
    >
      <time dateTime={card.starts_at} className="text-sm">
        {`${formatTime(card.starts_local, locale)}${zone}`}
      </time>
      <b>
        <GatheringTitle card={card} />
      </b>
      {card.state === "scheduled" ? null : <StateMark state={card.state} />}
      <span className="text-sm font-semibold text-(--hue)">{shortNameOf(card.organization, locale)}</span>
      <span className="text-sm">
        <MissingMark card={card} />
      </span>
    </Link>
  );
}
