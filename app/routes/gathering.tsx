import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, type MetaFunction, type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { GatheringActions } from "~/features/gatherings/gathering-actions";
import { GatheringArticle } from "~/features/gatherings/gathering-article";
import { HistoryLink } from "~/features/gatherings/history/history-link";
import { getGathering } from "~/features/gatherings/queries.server";
import { mayBeFound } from "~/features/gatherings/search-engines/may-be-found";
import { publicEvent } from "~/features/gatherings/search-engines/public-event";
import { sharePreview } from "~/features/gatherings/share-preview";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { env } from "~/platform/env.server";
import { pageMeta } from "~/platform/page-meta";
import { uuidParam } from "~/platform/params";
import type { Viewer } from "~/platform/viewer";
import { StructuredData } from "~/ui/structured-data";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = uuidParam(params.id);
  const [viewer, gathering] = await Promise.all([context.viewer(), getGathering(context.db, id)]);
  const { locale, demonstration } = context;
  const openToSearch = mayBeFound(gathering);
  if (openToSearch) context.openToSearch();
  return {
    title: pickText(gathering.title, locale).text,
    ...{ gathering, openToSearch, readAlone: true },
    readerZone: viewer?.person.time_zone,
    calendar: calendarOf(viewer, gathering.organization.slug, gathering.starts_local.slice(0, 10)),
    preview: sharePreview(gathering, locale),
    event: publicEvent(gathering, {
      locale,
      url: `${env().APP_URL.replace(/\/$/, "")}/gatherings/${gathering.id}`,
      demonstration: demonstration ? translatorFor(locale)("shell.demonstration") : null,
    }),
  };
}

/** Where a member comes from: the organization's own calendar, or that of one of theirs. */
function calendarOf(viewer: Viewer | null, owner: string, on: string): string | null {
  const slugs = viewer?.organizations.map(({ slug }) => slug) ?? [];
  const home = slugs.includes(owner) ? owner : slugs[0];
  return home ? `/o/${home}/calendar?on=${on}` : null;
}

export const meta: MetaFunction<typeof loader> = (page) => {
  const preview = page.data?.preview;
  if (!preview) return pageMeta(page);
  return [
    ...(pageMeta(page) ?? []),
    { name: "description", content: preview.text },
    { property: "og:type", content: "website" },
    { property: "og:title", content: preview.title },
    { property: "og:description", content: preview.text },
  ];
};

/** Somebody else's newer version is read again before a refused press is repeated. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function Gathering() {
  const t = useTranslations("gatherings");
  const { gathering, readerZone, calendar, event } = useLoaderData<typeof loader>();

  return (
    <>
      <GatheringArticle gathering={gathering} readerZone={readerZone}>
        {gathering.writable_by.map((slug) => (
          <GatheringActions key={slug} gathering={gathering} slug={slug} />
        ))}
        <HistoryLink gathering={gathering} />
        {calendar ? (
          <p data-screen-only>
            <Link to={calendar} className="link inline-flex min-h-11 items-center font-medium">
              {t("inCalendar")}
            </Link>
          </p>
        ) : null}
      </GatheringArticle>
      <StructuredData told={event} />
    </>
  );
}

export { RouteError as ErrorBoundary } from "~/ui/route-error";
