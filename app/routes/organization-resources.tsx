import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { OurWays } from "~/features/resources/handing-out/our-ways";
import { listServices } from "~/features/resources/queries.server";
import { ServiceTable } from "~/features/resources/service-table";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { todayIn } from "~/platform/time";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  return {
    title: translatorFor(asked.context.locale)("resources.ourTitle"),
    slug: organization.slug,
    canWrite: can("resources.write"),
    today: todayIn(organization.time_zone, asked.context.now),
    services: await listServices(asked.context.db, organization.id),
  };
}

export default function OrganizationResources() {
  const t = useTranslations("resources");
  const { slug, canWrite, today, services } = useLoaderData<typeof loader>();
  const post = canWrite ? <LinkButton to={`/o/${slug}/resources/new`}>{t("post")}</LinkButton> : null;

  return (
    <Page title={t("ourTitle")} lead={t("ourLead")} actions={post}>
      <OurWays slug={slug} canWrite={canWrite} />
      {services.length > 0 ? (
        <ServiceTable services={services} today={today} />
      ) : (
        <EmptyState title={t("ourEmpty")}>{t("ourEmptyText")}</EmptyState>
      )}
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
