import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { CollectionActions } from "~/features/resources/handing-out/collection-actions";
import { CollectionEntries, CollectionNote } from "~/features/resources/handing-out/collection-entries";
import { getCollection } from "~/features/resources/handing-out/queries.server";
import { sheetWritings } from "~/features/resources/handing-out/sheet-writings.server";
import { shownEntries } from "~/features/resources/handing-out/shown-entries.server";
import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { uuidParam } from "~/platform/params";
import { AudienceChip } from "~/ui/audience-chip";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const collection = await getCollection(context.db, uuidParam(params.collection));
  const { id, name, note, audience, organization, writable_by } = collection;
  const [writing] = sheetWritings(context.locale);
  return {
    title: pickText(name, context.locale).text,
    collection: { id, name, note, audience, organization, writable_by },
    entries: writing ? shownEntries(collection, writing) : [],
  };
}

export default function CollectionRoute() {
  const t = useTranslations("handingOut");
  const locale = useLocale();
  const { collection, entries } = useLoaderData<typeof loader>();
  const { name, note, audience, organization } = collection;
  const title = pickText(name, locale);

  return (
    <Page
      title={<span lang={title.lang}>{title.text}</span>}
      above={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          {t("collectionBy", { organization: nameOf(organization, locale) })}
          <AudienceChip audience={audience} />
        </span>
      }
    >
      <CollectionNote note={note} />
      <CollectionActions collection={collection} isEmpty={entries.length === 0} />
      {entries.length > 0 ? (
        <CollectionEntries entries={entries} />
      ) : (
        <EmptyState title={t("collectionEmpty")}>{collection.writable_by ? t("collectionEmptyText") : null}</EmptyState>
      )}
      <p data-screen-only className="mt-6">
        <Link
          to={collection.writable_by ? `/o/${collection.writable_by}/collections` : "/resources"}
          className="link inline-flex min-h-11 items-center"
        >
          {collection.writable_by ? t("allCollections") : t("allHelp")}
        </Link>
      </p>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
