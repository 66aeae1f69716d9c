import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { shortNameOf } from "~/i18n/names";
import { formatShortDay, formatTimes } from "~/platform/time";
import { GatheringTitle } from "../gathering-title";
import type { Clashes } from "./clashes";

/** What else is at that time. Opens in a tab of its own, so that a half-filled form stays. */
export function ClashList({ clashes: { seen, more, taken } }: { clashes: Clashes }) {
  const t = useTranslations("clashes");
  const locale = useLocale();

  if (seen.length + taken.length === 0) return <p>{t("none")}</p>;
  return (
    <div className="grid gap-2">
      <p className="font-semibold">{t("found", { count: seen.length + more + taken.length })}</p>
      <ul className="grid divide-y divide-line">
        {seen.map(({ card, reasons, volunteers }) => (
          <li key={card.id} data-hue={card.organization.color} className="border-l-4 border-l-(--hue) py-2 pl-3">
            <Link
              to={`/gatherings/${card.id}`}
              target="_blank"
              className="inline-flex min-h-11 items-center font-semibold underline"
            >
              <GatheringTitle card={card} />
            </Link>
            <p className="text-sm">
              <time dateTime={card.starts_at}>
                {`${formatShortDay(card.starts_local, locale)} ${formatTimes(card, locale)}`}
              </time>
              {` · ${shortNameOf(card.organization, locale)}`}
            </p>
            <p className="text-sm text-soft">
              {formatList(
                [
                  ...reasons.map((reason) => t(reason)),
                  ...(volunteers.length > 0 ? [t("volunteers", { people: formatList(volunteers, locale) })] : []),
                ],
                locale,
              )}
            </p>
          </li>
        ))}
        {taken.map(({ area, on, half }) => (
          <li key={`${area} ${on} ${half}`} className="border-l-4 py-2 pl-3">
            {t("taken", { area: area || t("areaUnsaid"), day: formatShortDay(on, locale), half })}
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="text-sm text-soft">{t("more", { count: more })}</p> : null}
    </div>
  );
}
