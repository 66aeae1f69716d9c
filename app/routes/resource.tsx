import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getService } from "~/features/resources/queries.server";
import { ServiceActions } from "~/features/resources/service-actions";
import { ServiceArticle } from "~/features/resources/service-article";
import { pickText } from "~/i18n/pick-text";
import { uuidParam } from "~/platform/params";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const service = await getService(context.db, uuidParam(params.service));
  return { title: pickText(service.name, context.locale).text, service, readAlone: true };
}

export default function Resource() {
  const { service } = useLoaderData<typeof loader>();
  return (
    <ServiceArticle service={service}>
      {service.writable_by ? <ServiceActions service={service} slug={service.writable_by} /> : null}
    </ServiceArticle>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
