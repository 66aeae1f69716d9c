import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { CoalitionSections } from "~/features/actions/coalition-sections";
import { ItemBoard } from "~/features/actions/items/item-board";
import { ItemFilters } from "~/features/actions/items/item-filters";
import { ItemList } from "~/features/actions/items/item-list";
import { listCoalitionItems } from "~/features/actions/items/queries.server";
import { addressOf, readItemQuestion } from "~/features/actions/items/question";
import { RegistrationWarning } from "~/features/gatherings/registration-warning";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { slugParam } from "~/platform/params";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = await requireViewer(asked);
  const { db, locale } = asked.context;
  const question = readItemQuestion(new URL(asked.request.url).searchParams);
  const page = await listCoalitionItems(db, slugParam(asked.params.coalition), question);
  return { title: translatorFor(locale)("items.title"), page, question, readerZone: viewer.person.time_zone };
}

export default function CoalitionItemsRoute() {
  const t = useTranslations("items");
  const locale = useLocale();
  const { page, question, readerZone } = useLoaderData<typeof loader>();
  const { coalition, columns, items, total, organizations, campaigns, writes_for } = page;
  const path = `/c/${coalition.slug}/items`;
  const isNarrowed = Object.keys(question.filters).length > 0;
  const registers =
    items.some((one) => one.about_registration) ||
    Object.values(columns ?? {}).some((column) => column?.parts.some((one) => one.about_registration));

  return (
    <Page
      title={t("title")}
      above={<CoalitionSections coalition={coalition} />}
      lead={t("coalitionLead")}
      actions={writes_for.map((one) => (
        <LinkButton key={one.slug} to={`/o/${one.slug}/items/new`}>
          {t("newAs", { organization: shortNameOf(one, locale) })}
        </LinkButton>
      ))}
    >
      {registers ? (
        <div className="mb-8 max-w-measure">
          <RegistrationWarning compact />
        </div>
      ) : null}
      <ItemFilters path={path} question={question} organizations={organizations} campaigns={campaigns} />
      {total === 0 ? (
        <EmptyState title={t(isNarrowed ? "nothingFound" : "empty")}>
          {t(isNarrowed ? "nothingFoundText" : "emptyText")}
        </EmptyState>
      ) : columns ? (
        <ItemBoard columns={columns} />
      ) : (
        <ItemList items={items} readerZone={readerZone} />
      )}
      {!columns && question.from + items.length < total ? (
        <p className="mt-6">
          <LinkButton to={addressOf(path, question, { from: question.from + items.length })} variant="quiet">
            {t("next", { count: total - question.from - items.length })}
          </LinkButton>
        </p>
      ) : null}
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
