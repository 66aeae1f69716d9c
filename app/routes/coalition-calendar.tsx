import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { SubscribeLink } from "~/features/feeds/subscribe-link";
import { addressOf } from "~/features/gatherings/calendar/address";
import { Calendar } from "~/features/gatherings/calendar/calendar";
import { readQuestion } from "~/features/gatherings/calendar/question";
import { isSheet } from "~/features/gatherings/calendar/span";
import { getCoalitionCalendar } from "~/features/gatherings/queries.server";
import { messagesOf } from "~/i18n/messages.server";
import { nameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { slugParam } from "~/platform/params";
import { formatMonth, todayIn } from "~/platform/time";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

/** Whose today it is for somebody whose zone we do not know. */
const homeZone = "America/Los_Angeles";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, locale, now } = context;
  const viewer = await context.viewer();
  const readerZone = viewer?.person.time_zone;
  const today = todayIn(readerZone ?? homeZone, now);
  const { question, ...shown } = readQuestion({ url: request.url, today, weekBegins: messagesOf(locale).weekBegins });
  const { coalition, ...page } = await getCoalitionCalendar(db, slugParam(params.coalition), question);
  return {
    title: translatorFor(locale)("calendar.of", { name: nameOf(coalition, locale) }),
    coalition,
    page,
    readAlone: !isSheet(shown.span.view),
    ...{ ...shown, today, readerZone },
  };
}

export default function CoalitionCalendar() {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const { coalition, title: _title, ...shown } = useLoaderData<typeof loader>();
  const { address, span, readerZone } = shown;
  const name = nameOf(coalition, locale);
  const ofMonth = span.view === "month" || span.view === "agenda";
  const ahead =
    span.next && ofMonth ? (
      <LinkButton to={addressOf({ ...address, on: span.next })} variant="quiet">
        {t("lookAhead", { month: formatMonth(span.next, locale) })}
      </LinkButton>
    ) : null;

  return (
    <Page
      title={t("of", { name })}
      lead={t("publicLead", { coalition: name })}
      actions={<SubscribeLink to={`/subscription#coalition-${coalition.slug}`} />}
    >
      <Calendar
        {...shown}
        chips={readerZone !== undefined}
        empty={{ text: t(readerZone ? "emptyRead" : "emptyPublic"), action: ahead }}
      />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
