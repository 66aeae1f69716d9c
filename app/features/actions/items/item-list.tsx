import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { OrganizationMark } from "~/ui/organization-mark";
import { DueTime } from "./due-time";
import type { ItemRow } from "./facts";
import { ItemMarks } from "./item-marks";
import { ItemTitle } from "./item-title";

type ItemListProps = { items: ItemRow[]; readerZone: string; level?: 2 | 3 };

/** Items one below the other: what, by when, led by whom, and how far everybody is. */
export function ItemList({ items, readerZone, level = 2 }: ItemListProps) {
  const t = useTranslations("items");
  const locale = useLocale();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ul className="divide-y divide-line border-y border-line">
      {items.map((item) => (
        <li key={item.id} className="grid gap-1 py-4">
          <Heading className="flex flex-wrap items-baseline gap-x-3 text-lg leading-snug font-semibold">
            <Link to={`/items/${item.id}`} className="hover:underline">
              <ItemTitle item={item} />
            </Link>
            <ItemMarks item={item} />
          </Heading>
          <p>
            <DueTime item={item} readerZone={readerZone} />
          </p>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
            {t("ledBy")} <OrganizationMark organization={item.organization} />
            {item.campaign ? (
              <Link to={`/campaigns/${item.campaign.id}`} className="link">
                {pickText(item.campaign.name, locale).text}
              </Link>
            ) : null}
          </p>
          {item.parts.length > 0 ? (
            <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-label={t("parts")}>
              {item.parts.map(({ organization, status }) => (
                <li key={organization.id}>
                  {shortNameOf(organization, locale)}: <span className="font-semibold">{t(`status.${status}`)}</span>
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
