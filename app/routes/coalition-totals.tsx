import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { CoalitionSections } from "~/features/actions/coalition-sections";
import { MetricArticle } from "~/features/actions/totals/metric-article";
import { getCoalitionTotals } from "~/features/actions/totals/queries.server";
import { WhatOthersSee } from "~/features/actions/totals/what-others-see";
import { RegistrationWarning } from "~/features/gatherings/registration-warning";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { slugParam } from "~/platform/params";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  await requireViewer(asked);
  const { db, locale } = asked.context;
  const { coalition, metrics, mine } = await getCoalitionTotals(db, slugParam(asked.params.coalition));
  return { title: translatorFor(locale)("totals.title"), coalition, metrics, mine };
}

export default function CoalitionTotals() {
  const t = useTranslations("totals");
  const { coalition, metrics, mine } = useLoaderData<typeof loader>();

  return (
    <Page title={t("title")} above={<CoalitionSections coalition={coalition} />} lead={t("lead")}>
      {metrics.length > 0 ? (
        <div className="grid gap-8">
          {metrics.map((metric) => (
            <MetricArticle key={metric.id} metric={metric} warning={<RegistrationWarning />} mine={mine} />
          ))}
        </div>
      ) : (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      )}
      <WhatOthersSee />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
