import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GatheringArticle } from "~/features/gatherings/gathering-article";
import { HostingAnswer } from "~/features/gatherings/hosts/hosting-answer";
import { getHosting } from "~/features/gatherings/hosts/queries.server";
import { pickText } from "~/i18n/pick-text";
import { requireOrganization } from "~/platform/actor.server";
import { uuidParam } from "~/platform/params";

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, organization } = await requireOrganization(asked);
  const { id, slug, display_name, short_name, korean_name, color } = organization;
  const hosting = await getHosting(asked.context.db, organization.id, uuidParam(asked.params.id));
  return {
    title: pickText(hosting.gathering.title, asked.context.locale).text,
    organization: { id, slug, display_name, short_name, korean_name, color },
    ...{ hosting, accepted: new URL(asked.request.url).searchParams.get("saved") === "acceptance" },
    readerZone: viewer.person.time_zone,
  };
}

export default function Hosting() {
  const { organization, hosting, accepted, readerZone } = useLoaderData<typeof loader>();
  const { gathering, part } = hosting;
  // As it will stand there once the organization accepts.
  const beside = gathering.hosts.shown.filter((host) => host.organization.id !== organization.id);
  const shown = [...beside, { organization, part }];

  return (
    <GatheringArticle
      gathering={{ ...gathering, hosts: { ...gathering.hosts, shown } }}
      readerZone={readerZone}
      calendars={[organization]}
      first={<HostingAnswer organization={organization} hosting={hosting} accepted={accepted} />}
    />
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
