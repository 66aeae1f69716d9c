import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GatheringArticle } from "~/features/gatherings/gathering-article";
import { HostActions } from "~/features/gatherings/hosts/host-actions";
import { previewGathering } from "~/features/gatherings/queries.server";
import { SignupEntrance } from "~/features/gatherings/signups/signup-entrance";
import { GatheringVolunteers } from "~/features/gatherings/volunteers/gathering-volunteers";
import { pickText } from "~/i18n/pick-text";
import { requireOrganization } from "~/platform/actor.server";
import { uuidParam } from "~/platform/params";
import { readViewer, writeViewer } from "~/platform/viewers";
import { PreviewBar } from "~/ui/preview-bar";
import { ProblemPage } from "~/ui/problem-page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const viewer = readViewer(new URL(asked.request.url).searchParams.get("as"));
  const id = uuidParam(asked.params.id);
  const { title, fellows, seen, time_zone } = await previewGathering(asked.context.db, organization.id, id, viewer);
  const as = writeViewer(viewer);
  const reader = fellows.flatMap(({ organizations }) => organizations).find(({ slug }) => slug === as);
  return {
    title: pickText(title, asked.context.locale).text,
    ...{ as, fellows, seen },
    back: `/gatherings/${id}`,
    calendars: reader ? [reader] : [],
    readerZone: time_zone ?? undefined,
    organization: { coalitions: organization.coalitions },
  };
}

export default function GatheringPreview() {
  const { seen, readerZone, calendars, ...bar } = useLoaderData<typeof loader>();
  return (
    <>
      <PreviewBar seesIt={seen !== null} {...bar} />
      {seen ? (
        <GatheringArticle gathering={seen} readerZone={readerZone} calendars={calendars}>
          <SignupEntrance gathering={seen} />
          <GatheringVolunteers gathering={seen} />
          <HostActions gathering={seen} />
        </GatheringArticle>
      ) : (
        <ProblemPage problem={{ key: "not_found" }} />
      )}
    </>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
