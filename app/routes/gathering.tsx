import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { GatheringActions } from "~/features/gatherings/gathering-actions";
import { GatheringArticle } from "~/features/gatherings/gathering-article";
import { getGathering } from "~/features/gatherings/queries.server";
import { sharePreview } from "~/features/gatherings/share-preview";
import { pickText } from "~/i18n/pick-text";
import { pageMeta } from "~/platform/page-meta";
import { uuidParam } from "~/platform/params";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = uuidParam(params.id);
  const [viewer, gathering] = await Promise.all([context.viewer(), getGathering(context.db, id)]);
  return {
    title: pickText(gathering.title, context.locale).text,
    gathering,
    readerZone: viewer?.person.time_zone,
    preview: sharePreview(gathering, context.locale),
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

export default function Gathering() {
  const { gathering, readerZone } = useLoaderData<typeof loader>();

  return (
    <GatheringArticle gathering={gathering} readerZone={readerZone}>
      {gathering.writable_by.map((slug) => (
        <GatheringActions key={slug} gathering={gathering} slug={slug} />
      ))}
    </GatheringArticle>
  );
}

export { RouteError as ErrorBoundary } from "~/ui/route-error";
