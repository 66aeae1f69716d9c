import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { Calendar } from "~/features/gatherings/calendar";
import { monthAround, readCalendarState } from "~/features/gatherings/calendar-month";
import { getCoalitionCalendar } from "~/features/gatherings/queries.server";
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
  const { on, view } = readCalendarState(new URL(request.url).searchParams, today);
  const month = monthAround(on);
  const { coalition, gatherings } = await getCoalitionCalendar(db, slugParam(params.coalition), {
    first_on: month.gridFirst,
    last_on: month.gridLast,
    filters: {},
    shown_from: 0,
  });
  return {
    title: translatorFor(locale)("calendar.of", { name: nameOf(coalition, locale) }),
    coalition,
    cards: gatherings,
    ...{ month, view, today, readerZone },
  };
}

export default function CoalitionCalendar() {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const { coalition, ...shown } = useLoaderData<typeof loader>();
  const { month, readerZone } = shown;
  const name = nameOf(coalition, locale);
  const empty = (
    <EmptyState
      title={t("emptyTitle", { month: formatMonth(month.first, locale) })}
      action={
        month.next ? (
          <LinkButton to={`?on=${month.next}`} variant="quiet">
            {t("lookAhead", { month: formatMonth(month.next, locale) })}
          </LinkButton>
        ) : null
      }
    >
      {t(readerZone ? "emptyRead" : "emptyPublic")}
    </EmptyState>
  );

  return (
    <Page title={t("of", { name })} lead={t("publicLead", { coalition: name })}>
      <Calendar {...shown} chips={readerZone !== undefined} empty={empty} />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
