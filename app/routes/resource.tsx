import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HandingOutLinks } from "~/features/resources/handing-out/handing-out-links";
import { getService } from "~/features/resources/queries.server";
import { ServiceActions } from "~/features/resources/service-actions";
import { ServiceArticle } from "~/features/resources/service-article";
import { TruthSection } from "~/features/resources/truth/truth-section";
import { pickText } from "~/i18n/pick-text";
import { uuidParam } from "~/platform/params";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = uuidParam(params.service);
  const [viewer, service] = await Promise.all([context.viewer(), getService(context.db, id)]);
  const writable = viewer?.organizations.filter(({ permissions }) => permissions.includes("resources.write")) ?? [];
  return {
    title: pickText(service.name, context.locale).text,
    service,
    collectFor: service.writable_by ?? writable[0]?.slug ?? null,
    readAlone: true,
  };
}

export default function Resource() {
  const { service, collectFor } = useLoaderData<typeof loader>();
  return (
    <ServiceArticle service={service}>
      <TruthSection truth={service.truth} />
      <HandingOutLinks id={service.id} collectFor={collectFor} />
      {service.writable_by ? <ServiceActions service={service} slug={service.writable_by} /> : null}
    </ServiceArticle>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
