import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { previewService } from "~/features/resources/queries.server";
import { ServiceArticle } from "~/features/resources/service-article";
import { pickText } from "~/i18n/pick-text";
import { requireOrganization } from "~/platform/actor.server";
import { uuidParam } from "~/platform/params";
import { readViewer, writeViewer } from "~/platform/viewers";
import { PreviewBar } from "~/ui/preview-bar";
import { ProblemPage } from "~/ui/problem-page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const viewer = readViewer(new URL(asked.request.url).searchParams.get("as"));
  const id = uuidParam(asked.params.service);
  const { name, fellows, seen } = await previewService(asked.context.db, organization.id, id, viewer);
  return {
    title: pickText(name, asked.context.locale).text,
    ...{ fellows, seen },
    as: writeViewer(viewer),
    back: `/resources/${id}`,
    organization: { coalitions: organization.coalitions },
  };
}

export default function ResourcePreview() {
  const { seen, ...bar } = useLoaderData<typeof loader>();
  return (
    <>
      <PreviewBar seesIt={seen !== null} {...bar} />
      {seen ? <ServiceArticle service={seen} /> : <ProblemPage problem={{ key: "not_found" }} />}
    </>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
