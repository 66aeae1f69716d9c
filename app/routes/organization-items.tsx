import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { ItemList } from "~/features/actions/items/item-list";
import { listOrganizationItems } from "~/features/actions/items/queries.server";
import { addressOf, readItemQuestion } from "~/features/actions/items/question";
import { RegistrationWarning } from "~/features/gatherings/registration-warning";
import { nameOf, shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { ChoiceLinks } from "~/ui/choice-links";
import { DoneMessage } from "~/ui/done-message";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, organization, can } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const { searchParams } = new URL(asked.request.url);
  const question = { ...readItemQuestion(searchParams), asBoard: false };
  const { slug, display_name, short_name, korean_name } = organization;
  return {
    title: translatorFor(locale)("items.title"),
    organization: { slug, display_name, short_name, korean_name },
    page: await listOrganizationItems(db, organization.id, question),
    ...{ question, canWrite: can("actions.write"), readerZone: viewer.person.time_zone },
    removed: searchParams.get("saved") === "removed",
  };
}

export default function OrganizationItems() {
  const t = useTranslations("items");
  const locale = useLocale();
  const { organization, page, question, canWrite, readerZone, removed } = useLoaderData<typeof loader>();
  const { asked, items, total, coalitions } = page;
  const by = shortNameOf(organization, locale);
  const path = `/o/${organization.slug}/items`;

  return (
    <Page
      width="measure"
      title={t("title")}
      lead={t("ownLead", { organization: by })}
      actions={canWrite ? <LinkButton to={`${path}/new`}>{t("new")}</LinkButton> : null}
    >
      {removed ? <DoneMessage title={t("done.removed")} /> : null}
      {[...asked, ...items].some((one) => one.about_registration) ? (
        <div className="mb-8">
          <RegistrationWarning compact />
        </div>
      ) : null}
      {asked.length > 0 ? (
        <section aria-labelledby="asked" className="mb-10">
          <h2 id="asked" className="mb-3 text-xl font-bold">
            {t("askedOfUs")}
          </h2>
          <ItemList items={asked} readerZone={readerZone} level={3} />
        </section>
      ) : null}
      <section aria-labelledby="ours">
        <h2 id="ours" className="mb-3 text-xl font-bold">
          {t("ours")}
        </h2>
        <div className="mb-4">
          <ChoiceLinks
            label={t("which")}
            chosen={question.filters.closed ? "closed" : "open"}
            options={[
              { value: "open", label: t("openOnly"), to: path },
              { value: "closed", label: t("closedToo"), to: `${path}?closed` },
            ]}
          />
        </div>
        {items.length > 0 ? (
          <ItemList items={items} readerZone={readerZone} level={3} />
        ) : (
          <EmptyState title={t("oursEmpty")}>{t("emptyText")}</EmptyState>
        )}
        {question.from + items.length < total ? (
          <p className="mt-6">
            <LinkButton to={addressOf(path, question, { from: question.from + items.length })} variant="quiet">
              {t("next", { count: total - question.from - items.length })}
            </LinkButton>
          </p>
        ) : null}
      </section>
      <ul className="mt-6">
        {coalitions.map((coalition) => (
          <li key={coalition.slug}>
            <Link to={`/c/${coalition.slug}/items`} className="link inline-flex min-h-11 items-center">
              {t("allOf", { coalition: nameOf(coalition, locale) })}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
