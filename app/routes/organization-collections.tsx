import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { CollectionList } from "~/features/resources/handing-out/collection-list";
import { listCollections } from "~/features/resources/handing-out/queries.server";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { slug, display_name, short_name, korean_name } = organization;
  const collections = await listCollections(asked.context.db, organization.id);
  return {
    title: translatorFor(asked.context.locale)("handingOut.collections"),
    organization: { slug, display_name, short_name, korean_name },
    canWrite: can("resources.write"),
    ours: collections.filter((one) => one.organization.slug === slug),
    others: collections.filter((one) => one.organization.slug !== slug),
  };
}

export default function OrganizationCollections() {
  const t = useTranslations("handingOut");
  const { organization, canWrite, ours, others } = useLoaderData<typeof loader>();
  const name = shortNameOf(organization, useLocale());
  const begin = canWrite ? (
    <LinkButton to={`/o/${organization.slug}/collections/new`}>{t("newCollection")}</LinkButton>
  ) : null;

  return (
    <Page
      width="measure"
      title={t("collections")}
      lead={t("collectionsLead", { organization: name })}
      actions={begin}
      above={
        <Link to={`/o/${organization.slug}/resources`} className="link inline-flex min-h-11 items-center">
          {t("backToOurs")}
        </Link>
      }
    >
      {ours.length > 0 ? (
        <CollectionList collections={ours} />
      ) : (
        <EmptyState title={t("collectionsEmpty")}>{t("collectionsEmptyText")}</EmptyState>
      )}
      {others.length > 0 ? (
        <section className="mt-10">
          <h2 className="mb-3 text-xl font-bold">{t("ofOthers")}</h2>
          <CollectionList collections={others} withOwner />
        </section>
      ) : null}
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
