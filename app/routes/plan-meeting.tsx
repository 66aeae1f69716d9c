import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { CoalitionSections } from "~/features/actions/coalition-sections";
import { MeetingSheet } from "~/features/actions/plan/meeting-sheet";
import { getMeeting } from "~/features/actions/plan/queries.server";
import { readSince } from "~/features/actions/plan/read-since";
import { SinceForm } from "~/features/actions/plan/since-form";
import { writtenMeeting } from "~/features/actions/plan/written-meeting";
import { nameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { useProblem } from "~/i18n/use-problem";
import { requireViewer } from "~/platform/actor.server";
import { slugParam } from "~/platform/params";
import { formatDay, todayIn } from "~/platform/time";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";
import { PrintButton } from "~/ui/print-button";

export async function loader(asked: LoaderFunctionArgs) {
  const { person } = await requireViewer(asked);
  const { db, locale, now } = asked.context;
  const t = translatorFor(locale);
  const today = todayIn(person.time_zone, now);
  const { since, problem } = readSince(new URL(asked.request.url).searchParams.get("since"), today);
  const meeting = await getMeeting(db, slugParam(asked.params.coalition), since);
  return {
    title: t("plan.meetingTitle"),
    coalition: meeting.coalition,
    ...{ since, problem, today: meeting.today },
    sheet: writtenMeeting(meeting, locale, t),
  };
}

export default function PlanMeeting() {
  const t = useTranslations("plan");
  const locale = useLocale();
  const say = useProblem();
  const { title, coalition, since, problem, today, sheet } = useLoaderData<typeof loader>();
  const base = `/c/${coalition.slug}/plan`;
  const actions = (
    <>
      <PrintButton>{t("print")}</PrintButton>
      <LinkButton to={base} variant="quiet">
        {t("backToBoard")}
      </LinkButton>
    </>
  );

  return (
    <Page title={title} above={<CoalitionSections coalition={coalition} />} printed={false} actions={actions}>
      <SinceForm action={`${base}/meeting`} since={since} problem={problem ? say(problem) : undefined} />
      <MeetingSheet
        sheet={sheet}
        above={nameOf(coalition, locale)}
        period={t("period", { since: formatDay(since, locale), today: formatDay(today, locale) })}
      />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
