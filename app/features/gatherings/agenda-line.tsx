import { Link } from "@remix-run/react";
import { useLocale } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { formatShortZone, formatTime } from "~/platform/time";
import type { Card } from "./card";
import { GatheringTitle } from "./gathering-title";
import { isElsewhere } from "./is-elsewhere";
import { RegistrationWarning } from "./registration-warning";

/** A gathering among very many: when, what and whose, in one line. */
export function AgendaLine({ card, readerZone }: { card: Card; readerZone: string | undefined }) {
  const locale = useLocale();
  const zone = isElsewhere(card, readerZone) ? ` ${formatShortZone(card.time_zone, locale)}` : "";
  return (
    <>
      <Link
        to={`/gatherings/${card.id}`}
        data-hue={card.organization.color}
        className="flex min-h-11 flex-wrap items-baseline gap-x-3 py-2 hover:underline"
      >
        {`${formatTime(card.starts_local, locale)}${zone} `}
        <b>
          <GatheringTitle card={card} />
        </b>
        <span className="border-l-4 border-(--hue) pl-1.5 text-sm text-(--hue)">
          {shortNameOf(card.organization, locale)}
        </span>
      </Link>
      {card.kind === "registration_drive" ? <RegistrationWarning compact /> : null}
    </>
  );
}
