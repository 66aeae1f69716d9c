import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { reviseMetric } from "~/features/actions/totals/commands.server";
import { MetricForm } from "~/features/actions/totals/metric-form";
import { MetricNow } from "~/features/actions/totals/metric-now";
import { getOwnMetric } from "~/features/actions/totals/own-metric.server";
import { revisedMetricFormSchema } from "~/features/actions/totals/schema";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { versionSeen } from "~/platform/form-values";
import { uuidParam } from "~/platform/params";
import { todayIn } from "~/platform/time";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, stored } = await getOwnMetric(asked);
  const { locale, now } = asked.context;
  return {
    title: translatorFor(locale)("totals.editTitle"),
    ...{ organization, stored },
    thisMonth: todayIn(stored.time_zone, now).slice(0, 7),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.metric);
  return submit(asked.request, revisedMetricFormSchema, async (input) => {
    await reviseMetric(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/totals/${id}`);
  });
}

/** Somebody else's newer version is read again, to be shown beside what was typed. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function TotalCard() {
  const t = useTranslations("totals");
  const { organization, stored, thisMonth } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const name = pickText(stored.name, useLocale());

  return (
    <Page width="measure" title={t("editTitle")} above={<span lang={name.lang}>{name.text}</span>} lead={t("editLead")}>
      <MetricForm
        organization={organization}
        campaigns={stored.campaigns}
        thisMonth={thisMonth}
        stored={stored}
        hidden={{ name: "seen_version", value: versionSeen(reply, stored) }}
        notice={reply?.refusal?.key === "metric_changed_meanwhile" ? <MetricNow stored={stored} /> : null}
        back={`/o/${organization.slug}/totals/${stored.id}`}
        reply={reply}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
