import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Plus from "lucide-react/icons/plus";
import { useLocale, useTranslations } from "use-intl";
import { Calendar } from "~/features/gatherings/calendar";
import { asDatabaseQuestion, readCalendarQuestion } from "~/features/gatherings/calendar-question";
import { spanAround } from "~/features/gatherings/calendar-span";
import { getOrganizationCalendar } from "~/features/gatherings/queries.server";
import { firstWeekdayOf } from "~/i18n/locales";
import { nameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { formatMonth, todayIn } from "~/platform/time";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, organization, can } = await requireOrganization(asked);
  const { db, locale, now } = asked.context;
  const today = todayIn(viewer.person.time_zone, now);
  const question = readCalendarQuestion(new URL(asked.request.url).searchParams, today);
  const span = spanAround(question.on, question.view, firstWeekdayOf(locale));
  const { slug, display_name, korean_name } = organization;
  return {
    title: translatorFor(locale)("calendar.of", { name: nameOf(organization, locale) }),
    organization: { slug, display_name, korean_name },
    page: await getOrganizationCalendar(db, organization.id, asDatabaseQuestion(question, span, slug)),
    ...{ question, span, today },
    readerZone: viewer.person.time_zone,
    canWrite: can("gatherings.write"),
  };
}

export default function OrganizationCalendar() {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const { organization, canWrite, ...shown } = useLoaderData<typeof loader>();
  const add = canWrite ? (
    <LinkButton to={`/o/${organization.slug}/gatherings/new`}>
      <Plus aria-hidden className="-ml-1 size-4" />
      {t("new")}
    </LinkButton>
  ) : null;
  const empty = (
    <EmptyState title={t("emptyTitle", { month: formatMonth(shown.span.first, locale) })} action={add}>
      {t(canWrite ? "emptyWrite" : "emptyRead")}
    </EmptyState>
  );

  return (
    <Page title={t("of", { name: nameOf(organization, locale) })}>
      <Calendar {...shown} own={{ slug: organization.slug, canWrite }} chips empty={empty} />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
