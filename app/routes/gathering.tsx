import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { GatheringActions } from "~/features/gatherings/gathering-actions";
import { GatheringArticle } from "~/features/gatherings/gathering-article";
import { HistoryLink } from "~/features/gatherings/history/history-link";
import { HostActions } from "~/features/gatherings/hosts/host-actions";
import { getGathering } from "~/features/gatherings/queries.server";
import { mayBeFound } from "~/features/gatherings/search-engines/may-be-found";
import { publicEvent } from "~/features/gatherings/search-engines/public-event";
import { sharePreview } from "~/features/gatherings/share-preview";
import { SignupEntrance } from "~/features/gatherings/signups/signup-entrance";
import { GatheringVolunteers } from "~/features/gatherings/volunteers/gathering-volunteers";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { env } from "~/platform/env.server";
import { pageMeta } from "~/platform/page-meta";
import { uuidParam } from "~/platform/params";
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
    calendars: (viewer?.organizations ?? []).map(({ slug, display_name, short_name, korean_name }) => ({
      ...{ slug, display_name, short_name, korean_name },
    })),
    preview: sharePreview(gathering, locale),
    event: publicEvent(gathering, {
      locale,
      url: `${env().APP_URL.replace(/\/$/, "")}/gatherings/${gathering.id}`,
      demonstration: demonstration ? translatorFor(locale)("shell.demonstration") : null,
    }),
  };
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
  const { gathering, readerZone, calendars, event } = useLoaderData<typeof loader>();

  return (
    <>
      <GatheringArticle gathering={gathering} readerZone={readerZone} calendars={calendars}>
        <SignupEntrance gathering={gathering} />
        <GatheringVolunteers gathering={gathering} />
        {gathering.writable_by.includes(gathering.organization.slug) ? (
          <GatheringActions gathering={gathering} slug={gathering.organization.slug} />
        ) : null}
        <HostActions gathering={gathering} />
        <HistoryLink gathering={gathering} />
      </GatheringArticle>
      <StructuredData told={event} />
    </>
  );
}

export { RouteError as ErrorBoundary } from "~/ui/route-error";
