import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { latestOf } from "~/features/actions/totals/latest-of";
import { listOrganizationTotals } from "~/features/actions/totals/queries.server";
import { WhatOthersSee } from "~/features/actions/totals/what-others-see";
import { RegistrationWarning } from "~/features/gatherings/registration-warning";
import { nameOf, shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { formatMonth } from "~/platform/time";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { slug, display_name, short_name, korean_name, coalitions } = organization;
  const metrics = await listOrganizationTotals(asked.context.db, organization.id);
  return {
    title: translatorFor(asked.context.locale)("totals.title"),
    organization: { slug, display_name, short_name, korean_name, coalitions },
    canWrite: can("actions.write"),
    metrics: metrics.map(({ id, name, about_registration, months, own }) => ({
      ...{ id, name, about_registration },
      missing: months.filter(({ month, closed }) => !closed && !latestOf({ own }, month)).map(({ month }) => month),
    })),
  };
}

export default function OrganizationTotals() {
  const t = useTranslations("totals");
  const locale = useLocale();
  const { organization, canWrite, metrics } = useLoaderData<typeof loader>();
  const base = `/o/${organization.slug}/totals`;
  const begin = canWrite ? <LinkButton to={`${base}/new`}>{t("begin")}</LinkButton> : null;

  return (
    <Page
      width="measure"
      title={t("title")}
      lead={t("ownLead", { organization: shortNameOf(organization, locale) })}
      actions={begin}
    >
      {metrics.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {metrics.map(({ id, name, about_registration, missing }) => {
            const title = pickText(name, locale);
            return (
              <li key={id} className="grid gap-1 py-4">
                <Link
                  to={`${base}/${id}`}
                  lang={title.lang}
                  className="text-lg leading-snug font-semibold hover:underline"
                >
                  {title.text}
                </Link>
                <p className={missing.length > 0 ? "text-ochre" : "text-soft"}>
                  {missing.length > 0
                    ? t("missing", { months: missing.map((month) => formatMonth(month, locale)).join(", ") })
                    : t("nothingMissing")}
                </p>
                {about_registration ? <RegistrationWarning compact /> : null}
              </li>
            );
          })}
        </ul>
      ) : (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      )}
      <ul className="mt-6">
        {organization.coalitions.map((coalition) => (
          <li key={coalition.slug}>
            <Link to={`/c/${coalition.slug}/totals`} className="link inline-flex min-h-11 items-center">
              {t("ofCoalition", { coalition: nameOf(coalition, locale) })}
            </Link>
          </li>
        ))}
      </ul>
      <WhatOthersSee />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
