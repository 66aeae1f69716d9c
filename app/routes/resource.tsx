import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { HandingOutLinks } from "~/features/resources/handing-out/handing-out-links";
import { savedOf } from "~/features/resources/posting/saved";
import { getService } from "~/features/resources/queries.server";
import { ServiceActions } from "~/features/resources/service-actions";
import { ServiceArticle } from "~/features/resources/service-article";
import { StateMessage } from "~/features/resources/truth/state-message";
import { TruthSection } from "~/features/resources/truth/truth-section";
import { pickText } from "~/i18n/pick-text";
import { uuidParam } from "~/platform/params";
import { DoneMessage } from "~/ui/done-message";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const id = uuidParam(params.service);
  const [viewer, service] = await Promise.all([context.viewer(), getService(context.db, id)]);
  const writable = viewer?.organizations.filter(({ permissions }) => permissions.includes("resources.write")) ?? [];
  return {
    title: pickText(service.name, context.locale).text,
    service,
    collectFor: service.writable_by ?? writable[0]?.slug ?? null,
    saved: service.writable_by ? savedOf(request) : undefined,
    readAlone: true,
  };
}

export default function Resource() {
  const t = useTranslations("resources");
  const { service, collectFor, saved } = useLoaderData<typeof loader>();
  const isStale = service.truth.state === "stale";
  return (
    <ServiceArticle
      service={service}
      first={saved ? <DoneMessage title={t(saved)} /> : null}
      caution={isStale ? <StateMessage {...service.truth} /> : null}
    >
      <TruthSection truth={service.truth} isSaidAbove={isStale} />
      <HandingOutLinks id={service.id} collectFor={collectFor} />
      {service.writable_by ? <ServiceActions service={service} slug={service.writable_by} /> : null}
    </ServiceArticle>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
