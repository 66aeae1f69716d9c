import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { FactValue } from "~/features/resources/truth/fact-value";
import { getSuggestion } from "~/features/resources/truth/queries.server";
import { useFactName } from "~/features/resources/truth/use-fact-name";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { tokenParam } from "~/platform/params";
import { formatDay, localIn } from "~/platform/time";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const suggestion = await getSuggestion(context, tokenParam(params.code));
  return { title: translatorFor(context.locale)("truth.yours"), suggestion, readAlone: true };
}

export default function Suggestion() {
  const t = useTranslations("truth");
  const locale = useLocale();
  const factName = useFactName();
  const { title, suggestion } = useLoaderData<typeof loader>();
  const { service, state, field, made_at, delete_at } = suggestion;
  const dayOf = (instant: string) => formatDay(localIn(instant, service?.time_zone ?? "UTC"), locale);
  return (
    <Page width="measure" title={title}>
      <div className="grid gap-6">
        {service ? (
          <p className="text-lg font-semibold">
            <Link to={`/resources/${service.id}`} className="link">
              {pickText(service.name, locale).text}
            </Link>
          </p>
        ) : (
          <p>{t("aboutHidden")}</p>
        )}
        <Message
          kind={{ open: "notice" as const, accepted: "success" as const, declined: "warning" as const }[state]}
          title={t(`suggestionState.${state}`)}
        />
        <div className="border-l-4 border-line pl-3">
          <p className="text-sm font-semibold text-soft">{factName(field)}</p>
          <FactValue {...suggestion} />
        </div>
        <p className="text-soft">
          {t("madeOn", { day: dayOf(made_at) })} {t("keptUntil", { day: dayOf(delete_at) })}
        </p>
      </div>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
