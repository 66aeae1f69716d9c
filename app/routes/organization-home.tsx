import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { Agenda } from "~/features/gatherings/agenda";
import { DueLine } from "~/features/gatherings/due-line";
import { HostingList } from "~/features/gatherings/hosts/hosting-list";
import { getOrganizationHome } from "~/features/gatherings/overviews.server";
import { OwnPlaces } from "~/features/gatherings/volunteers/own-places";
import { HomeSection } from "~/features/organizations/home-section";
import { shortNameOf } from "~/i18n/names";
import { withParticle } from "~/i18n/particle";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { todayIn } from "~/platform/time";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, organization, can } = await requireOrganization(asked);
  const { slug, short_name, display_name, korean_name } = organization;
  return {
    title: translatorFor(asked.context.locale)("home.title"),
    ...(await getOrganizationHome(asked.context.db, organization.id)),
    organization: { slug, short_name, display_name, korean_name },
    canWrite: can("gatherings.write"),
    readerZone: viewer.person.time_zone,
    today: todayIn(viewer.person.time_zone, asked.context.now),
  };
}

export default function OrganizationHome() {
  const t = useTranslations("home");
  const week = useTranslations("week");
  const locale = useLocale();
  const { organization, coming, shared, hostings, items, letters, waiting, places, canWrite, readerZone, today } =
    useLoaderData<typeof loader>();
  const home = `/o/${organization.slug}`;
  const list = { level: 3 as const, readerZone, today };

  const invited = (
    <HomeSection title={`${t("hostings")} (${hostings.length})`} hint={t("hostingsHint")}>
      <HostingList hostings={hostings} slug={organization.slug} />
    </HomeSection>
  );
  const drafts = (
    <HomeSection title={t("waiting")} hint={t("waitingHint")}>
      {waiting.length > 0 ? (
        <Agenda cards={waiting} {...list} />
      ) : (
        <EmptyState title={t("waitingEmpty")}>{t("waitingEmptyText")}</EmptyState>
      )}
    </HomeSection>
  );

  return (
    <Page title={t("title")}>
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {items.length + letters.length > 0 ? (
          <div className="lg:col-start-2">
            <HomeSection title={t("itemsWaiting")} hint={t("itemsWaitingHint")}>
              <ul className="divide-y divide-line">
                {items.map((due) => (
                  <li key={due.id}>
                    <DueLine due={due} asked={due.status === "asked"} />
                  </li>
                ))}
                {letters.map((due) => (
                  <li key={due.id}>
                    <DueLine due={due} asked to={`${home}/letters/${due.id}/signature`} />
                  </li>
                ))}
              </ul>
              <p className="mt-4">
                <LinkButton to={`${home}/items`} variant="quiet">
                  {t("items")}
                </LinkButton>
              </p>
            </HomeSection>
          </div>
        ) : null}
        {hostings.length > 0 ? <div className="lg:col-start-2">{invited}</div> : null}
        {places.length > 0 ? (
          <div className="lg:col-start-2">
            <HomeSection title={t("places")} hint={t("placesHint")}>
              <OwnPlaces places={places} slug={organization.slug} />
            </HomeSection>
          </div>
        ) : null}
        {waiting.length > 0 ? <div className="lg:col-start-2">{drafts}</div> : null}
        <div className="lg:col-start-1 lg:row-span-5 lg:row-start-1">
          <HomeSection title={t("coming")} hint={t("comingHint")}>
            {coming.length > 0 ? (
              <Agenda cards={coming} {...list} />
            ) : (
              <EmptyState
                title={t("comingEmpty")}
                action={canWrite ? <LinkButton to={`${home}/gatherings/new`}>{t("newGathering")}</LinkButton> : null}
              >
                {canWrite ? t("comingEmptyWrite") : t("comingEmptyRead")}
              </EmptyState>
            )}
            <p className="mt-4 flex flex-wrap gap-3">
              <LinkButton to={`${home}/calendar`} variant="quiet">
                {t("wholeCalendar")}
              </LinkButton>
              <LinkButton to={`${home}/week`} variant="quiet">
                {week("open")}
              </LinkButton>
              <LinkButton to={`${home}/hostings`} variant="quiet">
                {t("allHostings")}
              </LinkButton>
            </p>
          </HomeSection>
        </div>
        <div className="lg:col-start-2">
          <HomeSection title={t("shared")} hint={t("sharedHint")}>
            {shared.length > 0 ? (
              <Agenda cards={shared} {...list} />
            ) : (
              <EmptyState title={t("sharedEmpty")}>
                {t("sharedEmptyText", {
                  organization: withParticle(shortNameOf(organization, locale), "와/과", locale),
                })}
              </EmptyState>
            )}
          </HomeSection>
        </div>
        {waiting.length > 0 ? null : <div className="lg:col-start-2">{drafts}</div>}
      </div>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
