import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { formatShortDay, formatTimes } from "~/platform/time";
import { GatheringTitle } from "../gathering-title";
import type { OwnPlace } from "../overviews.server";

/** What the reader helps at, soonest first. */
export function OwnPlaces({ places, slug }: { places: OwnPlace[]; slug: string }) {
  const t = useTranslations("calendar");
  const locale = useLocale();

  return (
    <ul className="divide-y divide-line">
      {places.map(({ id, role, stands, gathering }) => (
        <li key={id} className="py-3">
          <Link
            to={`/o/${slug}/gatherings/${gathering.id}/roles`}
            className="inline-flex min-h-11 items-center text-lg leading-snug font-semibold hover:underline"
          >
            {pickText(role, locale).text}
          </Link>
          <p className="text-sm">
            <time dateTime={gathering.starts_at}>
              {`${formatShortDay(gathering.starts_local, locale)} ${formatTimes(gathering, locale)}`}
            </time>
            {" · "}
            <GatheringTitle card={gathering} />
          </p>
          {stands || gathering.state === "cancelled" ? null : (
            <p className="text-sm font-semibold text-ochre">{t("outOfTime")}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
