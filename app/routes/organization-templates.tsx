import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { listTemplates } from "~/features/gatherings/templates/queries.server";
import { TemplateList } from "~/features/gatherings/templates/template-list";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { refusal } from "~/platform/refusal";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, organization, can } = await requireOrganization(asked);
  if (!can("gatherings.write")) throw refusal({ key: "not_allowed" }, 403);
  const { slug, display_name, short_name, korean_name } = organization;
  return {
    title: translatorFor(asked.context.locale)("templates.title"),
    organization: { slug, display_name, short_name, korean_name },
    templates: await listTemplates(asked.context.db, organization.id),
    readerZone: viewer.person.time_zone,
  };
}

export default function OrganizationTemplates() {
  const t = useTranslations("templates");
  const shown = useLoaderData<typeof loader>();
  const organization = shortNameOf(shown.organization, useLocale());

  return (
    <Page width="measure" title={t("title")} lead={t("lead", { organization })}>
      {shown.templates.length > 0 ? (
        <TemplateList {...shown} />
      ) : (
        <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
      )}
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
