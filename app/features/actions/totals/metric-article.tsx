import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { OrganizationMark } from "~/ui/organization-mark";
import type { Metric } from "./facts";
import { GoalProgress } from "./goal-progress";
import { MonthChart } from "./month-chart";

type MetricArticleProps = {
  metric: Metric;
  /** What stands beside everything about registering voters, unless it stands on the page already. */
  warning?: ReactNode;
  /** Whose own numbers its reader may look up from here. */
  mine?: { slug: string; display_name: string; short_name: string; korean_name: string | null }[];
};

/** A pooled total as every organization of its coalition sees it. */
export function MetricArticle({ metric, warning, mine = [] }: MetricArticleProps) {
  const t = useTranslations("totals");
  const locale = useLocale();
  const { id, name, lead, minimum, about_registration } = metric;
  const title = pickText(name, locale);
  return (
    <article aria-labelledby={`metric-${id}`} className="grid gap-4 border-t border-line pt-6">
      <header>
        <h2 id={`metric-${id}`} lang={title.lang} className="text-xl font-bold">
          {title.text}
        </h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
          {lead ? (
            <>
              {t("ledBy")} <OrganizationMark organization={lead} />
            </>
          ) : null}
          {t("fromMinimum", { minimum })}
        </p>
      </header>
      {about_registration ? warning : null}
      <GoalProgress metric={metric} />
      <MonthChart metric={metric} />
      {mine.length > 0 ? (
        <ul data-screen-only className="flex flex-wrap gap-x-6">
          {mine.map((one) => (
            <li key={one.slug}>
              <Link to={`/o/${one.slug}/totals/${id}`} className="link inline-flex min-h-11 items-center">
                {t("ownTitle", { organization: shortNameOf(one, locale) })}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  );
}
