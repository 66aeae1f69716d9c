import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { Calendar } from "~/features/gatherings/calendar";
import { asDatabaseQuestion, calendarAddress, readCalendarQuestion } from "~/features/gatherings/calendar-question";
import { spanAround } from "~/features/gatherings/calendar-span";
import { getCoalitionCalendar } from "~/features/gatherings/queries.server";
import { firstWeekdayOf } from "~/i18n/locales";
import { nameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { slugParam } from "~/platform/params";
import { formatMonth, todayIn } from "~/platform/time";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

/** Whose today it is for somebody whose zone we do not know. */
const homeZone = "America/Los_Angeles";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, locale, now } = context;
  const viewer = await context.viewer();
  const readerZone = viewer?.person.time_zone;
  const today = todayIn(readerZone ?? homeZone, now);
  const question = readCalendarQuestion(new URL(request.url).searchParams, today);
  const span = spanAround(question.on, question.view, firstWeekdayOf(locale));
  const { coalition, ...page } = await getCoalitionCalendar(
    db,
    slugParam(params.coalition),
    asDatabaseQuestion({ ...question, ours: false }, span),
  );
  return {
    title: translatorFor(locale)("calendar.of", { name: nameOf(coalition, locale) }),
    coalition,
    page,
    ...{ question: { ...question, ours: false }, span, today, readerZone },
  };
}

export default function CoalitionCalendar() {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const { coalition, ...shown } = useLoaderData<typeof loader>();
  const { span, question, readerZone } = shown;
  const name = nameOf(coalition, locale);
  const empty = (
    <EmptyState
      title={t("emptyTitle", { month: formatMonth(span.first, locale) })}
      action={
        span.next ? (
          <LinkButton to={calendarAddress({ ...question, on: span.next })} variant="quiet">
            {t("lookAhead", { month: formatMonth(span.next, locale) })}
          </LinkButton>
        ) : null
      }
    >
      {t(readerZone ? "emptyRead" : "emptyPublic")}
    </EmptyState>
  );

  return (
    <Page title={t("of", { name })} lead={t("publicLead", { coalition: name })}>
      <Calendar {...shown} own={null} chips={readerZone !== undefined} empty={empty} />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
