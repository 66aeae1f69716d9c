import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { weekdayNamed } from "~/features/gatherings/calendar/question";
import { isShownDay, spanAround } from "~/features/gatherings/calendar/span";
import { getOrganizationCalendar } from "~/features/gatherings/queries.server";
import { readWeekChoice } from "~/features/gatherings/week/week-choice";
import { WeekPage } from "~/features/gatherings/week/week-page";
import { writeWeek } from "~/features/gatherings/week/week-sheet";
import { weekText } from "~/features/gatherings/week/week-text";
import { WeekToolbar } from "~/features/gatherings/week/week-toolbar";
import { languages, messagesOf } from "~/i18n/messages.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { env } from "~/platform/env.server";
import { todayIn } from "~/platform/time";
import { CopyText } from "~/ui/copy-text";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";
import { PrintButton } from "~/ui/print-button";

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, organization } = await requireOrganization(asked);
  const { db, locale, now, demonstration } = asked.context;
  const { searchParams } = new URL(asked.request.url);
  const wantedDay = searchParams.get("on") ?? "";
  const on = isShownDay(wantedDay) ? wantedDay : todayIn(viewer.person.time_zone, now);
  const week = spanAround("week", on, weekdayNamed(messagesOf(locale).weekBegins));
  const choice = readWeekChoice(searchParams, locale, organization.coalitions.length);
  const days = { first_on: week.first, last_on: week.last, filters: {}, shown_from: 0 };
  const { gatherings, counts } = await getOrganizationCalendar(db, organization.id, days);
  const sheet = writeWeek({
    ...{ cards: gatherings, more: Object.keys(counts).length > 0, week, organization, ...choice, demonstration },
    names: messagesOf(choice.language).language,
    t: translatorFor(choice.language),
    site: env().APP_URL.replace(/\/$/, ""),
  });
  return {
    title: translatorFor(locale)("week.title"),
    toolbar: { week, ...choice, languages: languages() },
    sheet,
    text: weekText(sheet),
  };
}

export default function OrganizationWeek() {
  const t = useTranslations("week");
  const { toolbar, sheet, text } = useLoaderData<typeof loader>();

  return (
    <Page title={t("title")} lead={t("lead")} printed={false} actions={<PrintButton>{t("print")}</PrintButton>}>
      <WeekToolbar {...toolbar} />
      <div className="grid gap-8">
        {toolbar.readership === "everyone" ? (
          <div data-screen-only>
            <Message kind="success">{t("everyoneMeans")}</Message>
          </div>
        ) : null}
        <WeekPage sheet={sheet} />
        <CopyText label={t("text")} hint={t("textHint")} text={text} lang={sheet.language} />
      </div>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
