import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Agenda } from "~/features/gatherings/agenda";
import { getFrontPage } from "~/features/gatherings/overviews.server";
import { HelpLine } from "~/features/hotline/help-line";
import { MembersEntrance } from "~/features/organizations/members-entrance";
import { PublicCalendars } from "~/features/organizations/public-calendars";
import { FindHelp } from "~/features/resources/finding/find-help";
import { translatorFor } from "~/i18n/translator.server";
import { todayIn } from "~/platform/time";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";

export async function loader({ context }: LoaderFunctionArgs) {
  const [viewer, front] = await Promise.all([context.viewer(), getFrontPage(context.db)]);
  const readerZone = viewer?.person.time_zone;
  return {
    title: translatorFor(context.locale)("front.title"),
    ...front,
    readAlone: true,
    readerZone,
    today: todayIn(readerZone ?? front.gatherings[0]?.time_zone ?? "UTC", context.now),
    organizations:
      viewer?.organizations.map(({ slug, short_name, display_name, korean_name, color }) => ({
        slug,
        short_name,
        display_name,
        korean_name,
        color,
      })) ?? null,
  };
}

export default function Front() {
  const t = useTranslations("front");
  const { gatherings, coalitions, organizations, readerZone, today } = useLoaderData<typeof loader>();

  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <section aria-labelledby="week">
          <h2 id="week" className="mb-4 text-xl font-bold">
            {t("gatherings")}
          </h2>
          {gatherings.length > 0 ? (
            <Agenda cards={gatherings} level={3} today={today} readerZone={readerZone} chips={organizations !== null} />
          ) : (
            <EmptyState title={t("emptyTitle")}>
              {coalitions.length > 0 ? t("emptyText") : t("emptyTextNone")}
            </EmptyState>
          )}
        </section>
        <div className="grid content-start gap-8 sm:grid-cols-2 lg:grid-cols-1">
          <HelpLine />
          <FindHelp />
          <PublicCalendars coalitions={coalitions} />
          <MembersEntrance organizations={organizations} />
        </div>
      </div>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
