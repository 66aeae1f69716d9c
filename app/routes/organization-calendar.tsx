import type { LoaderFunctionArgs } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import Plus from "lucide-react/icons/plus";
import { useLocale, useTranslations } from "use-intl";
import { SubscribeLink } from "~/features/feeds/subscribe-link";
import { Calendar } from "~/features/gatherings/calendar/calendar";
import { readQuestion } from "~/features/gatherings/calendar/question";
import { getOrganizationCalendar } from "~/features/gatherings/queries.server";
import { messagesOf } from "~/i18n/messages.server";
import { nameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { todayIn } from "~/platform/time";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, organization, can } = await requireOrganization(asked);
  const { db, locale, now } = asked.context;
  const today = todayIn(viewer.person.time_zone, now);
  const { slug, display_name, short_name, korean_name } = organization;
  const { weekBegins } = messagesOf(locale);
  const { question, ...shown } = readQuestion({ url: asked.request.url, today, weekBegins, own: slug });
  return {
    title: translatorFor(locale)("calendar.of", { name: nameOf(organization, locale) }),
    own: { slug, display_name, short_name, korean_name, canWrite: can("gatherings.write") },
    page: await getOrganizationCalendar(db, organization.id, question),
    ...{ ...shown, today },
    readerZone: viewer.person.time_zone,
  };
}

/** Somebody else's newer version is read again, so that the next drag is about that one. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function OrganizationCalendar() {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const { own, title: _title, ...shown } = useLoaderData<typeof loader>();
  const add = own.canWrite ? (
    <LinkButton to={`/o/${own.slug}/gatherings/new?on=${shown.address.on}`}>
      <Plus aria-hidden className="-ml-1 size-4" />
      {t("new")}
    </LinkButton>
  ) : null;

  return (
    <Page
      title={t("of", { name: nameOf(own, locale) })}
      actions={
        <>
          <SubscribeLink to={`/settings/calendars?for=${own.slug}`} />
          {own.canWrite ? (
            <LinkButton to={`/o/${own.slug}/import`} variant="quiet">
              {t("import")}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <Calendar
        {...shown}
        own={own}
        chips
        empty={{ text: t(own.canWrite ? "emptyWrite" : "emptyRead"), action: add }}
      />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
