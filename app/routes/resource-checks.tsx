import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { ChecksTable, SuggestedTable } from "~/features/resources/truth/checks-table";
import { getChecks } from "~/features/resources/truth/queries.server";
import { nameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { slug, display_name, korean_name } = organization;
  return {
    title: translatorFor(asked.context.locale)("truth.checksTitle"),
    organization: { slug, display_name, korean_name },
    canVerify: can("resources.verify"),
    canAnswer: can("resources.write"),
    ...(await getChecks(asked.context.db, organization.id)),
  };
}

export default function ResourceChecks() {
  const t = useTranslations("truth");
  const locale = useLocale();
  const { title, organization, canVerify, canAnswer, services, suggested } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      lead={t("checksLead", { organization: nameOf(organization, locale) })}
      above={
        <Link to={`/o/${organization.slug}/resources`} className="link inline-flex min-h-11 items-center">
          {t("backToOurs")}
        </Link>
      }
    >
      <div className="grid gap-10">
        {services.length > 0 ? (
          <ChecksTable {...{ services, canVerify, canAnswer }} slug={organization.slug} />
        ) : (
          <EmptyState title={t("checksEmpty")}>{t("checksEmptyText")}</EmptyState>
        )}
        <section aria-labelledby="suggested">
          <h2 id="suggested" className="mb-2 text-xl font-bold">
            {t("suggestedByUs")}
          </h2>
          {suggested.length > 0 ? (
            <SuggestedTable suggested={suggested} />
          ) : (
            <p className="text-soft">{t("checksNothingSuggested")}</p>
          )}
        </section>
      </div>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
