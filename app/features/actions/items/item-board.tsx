import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatShortDay, formatShortZone, formatTime } from "~/platform/time";
import { OrganizationMark } from "~/ui/organization-mark";
import type { CoalitionItems } from "./facts";
import { ItemMarks } from "./item-marks";
import { ItemTitle } from "./item-title";
import { partStatuses } from "./part-statuses";

/** Every part in the column of how far it is. */
export function ItemBoard({ columns }: { columns: NonNullable<CoalitionItems["columns"]> }) {
  const t = useTranslations("items");
  const locale = useLocale();
  return (
    <div className="grid items-start gap-6 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-6">
      {partStatuses.map((status) => {
        const { total = 0, parts = [] } = columns[status] ?? {};
        return (
          <section key={status} aria-labelledby={`column-${status}`} className="min-w-0">
            <h2 id={`column-${status}`} className="mb-2 border-b-2 border-edge pb-1 font-bold">
              {t(`status.${status}`)} <span className="font-normal text-soft">{t("count", { count: total })}</span>
            </h2>
            <ul className="grid gap-3">
              {parts.map((item) => (
                <li
                  key={`${item.id} ${item.doer.id}`}
                  className="grid gap-1 rounded-md border border-line bg-surface p-3 text-sm"
                >
                  <Link to={`/items/${item.id}`} className="py-1 text-base leading-snug font-semibold hover:underline">
                    <ItemTitle item={item} />
                  </Link>
                  <OrganizationMark organization={item.doer} />
                  <span className="text-soft">
                    {formatShortDay(item.due_local, locale)}{" "}
                    <span className="whitespace-nowrap">
                      {formatTime(item.due_local, locale)} {formatShortZone(item.time_zone, locale)}
                    </span>
                  </span>
                  {["asked", "accepted", "doing"].includes(status) ? <ItemMarks item={item} /> : null}
                </li>
              ))}
            </ul>
            {total > parts.length ? (
              <p className="mt-2 text-sm text-soft">{t("andMore", { count: total - parts.length })}</p>
            ) : null}
            {total === 0 ? <p className="text-sm text-soft">{t("columnEmpty")}</p> : null}
          </section>
        );
      })}
    </div>
  );
}
