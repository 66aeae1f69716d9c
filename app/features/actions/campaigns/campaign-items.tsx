import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { formatDay } from "~/platform/time";
import type { CampaignPage } from "./facts";

/** What is to be done for a campaign, as far as its reader sees it. */
export function CampaignItems({ items }: Pick<CampaignPage, "items">) {
  const t = useTranslations("campaigns");
  const locale = useLocale();
  return (
    <section aria-labelledby="to-do" className="mt-10">
      <h2 id="to-do" className="mb-2 text-xl font-bold">
        {t("toDo")}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {items.map(({ id, title, due_local, closed, late }) => {
          const name = pickText(title, locale);
          return (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
              <Link to={`/items/${id}`} lang={name.lang} className="link inline-flex min-h-11 items-center">
                {name.text}
              </Link>
              <span className={late ? "font-semibold text-ochre" : "text-soft"}>
                {t(closed ? "itemClosed" : late ? "itemLate" : "itemDue", { day: formatDay(due_local, locale) })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
