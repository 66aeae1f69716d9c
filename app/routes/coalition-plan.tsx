import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { CoalitionSections } from "~/features/actions/coalition-sections";
import { PlanBoard } from "~/features/actions/plan/plan-board";
import { getBoard } from "~/features/actions/plan/queries.server";
import { SinceForm } from "~/features/actions/plan/since-form";
import { writtenBoard } from "~/features/actions/plan/written-board";
import { RegistrationWarning } from "~/features/gatherings/registration-warning";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { addDays } from "~/platform/days";
import { slugParam } from "~/platform/params";
import { todayIn } from "~/platform/time";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { person } = await requireViewer(asked);
  const { db, locale, now } = asked.context;
  const board = await getBoard(db, slugParam(asked.params.coalition));
  const today = todayIn(person.time_zone, now);
  return {
    title: translatorFor(locale)("plan.title"),
    coalition: board.coalition,
    ...writtenBoard(board, locale),
    writesFor: board.writes_for.map((one) => ({ slug: one.slug, name: shortNameOf(one, locale) })),
    today,
    since: addDays(today, -28),
  };
}

export default function CoalitionPlan() {
  const t = useTranslations("plan");
  const { coalition, campaigns, beside, writesFor, today, since } = useLoaderData<typeof loader>();

  const meeting = `/c/${coalition.slug}/plan/meeting`;
  const actions = (
    <>
      {writesFor.map(({ slug, name }) => (
        <LinkButton key={slug} to={`/o/${slug}/campaigns/new?coalition=${coalition.slug}`}>
          {t("beginAs", { organization: name })}
        </LinkButton>
      ))}
      <LinkButton to={meeting} variant="quiet">
        {t("meetingTitle")}
      </LinkButton>
    </>
  );

  return (
    <Page title={t("title")} above={<CoalitionSections coalition={coalition} />} lead={t("lead")} actions={actions}>
      {campaigns.length > 0 ? (
        <PlanBoard
          campaigns={campaigns}
          coalition={coalition.slug}
          writesFor={writesFor}
          today={today}
          warning={<RegistrationWarning />}
        />
      ) : (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      )}
      {beside.open > 0 ? <p className="mt-8 text-soft">{t("beside", beside)}</p> : null}
      <section aria-labelledby="meeting" className="mt-10">
        <h2 id="meeting" className="mb-3 text-xl font-bold">
          {t("meetingTitle")}
        </h2>
        <SinceForm action={meeting} since={since} />
      </section>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
