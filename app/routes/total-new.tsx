import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { listCampaigns } from "~/features/actions/campaigns/queries.server";
import { makeMetric } from "~/features/actions/totals/commands.server";
import { MetricForm } from "~/features/actions/totals/metric-form";
import { metricFormSchema } from "~/features/actions/totals/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { one } from "~/platform/form-values";
import { refusal } from "~/platform/refusal";
import { todayIn } from "~/platform/time";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  if (!can("actions.write")) throw refusal({ key: "not_allowed" }, 403);
  const { db, locale, now } = asked.context;
  const campaigns = await listCampaigns(db, organization.id);
  return {
    title: translatorFor(locale)("totals.newTitle"),
    organization,
    campaigns: campaigns.map(({ id, name }) => ({ id, name })),
    submission_id: randomUUID(),
    thisMonth: todayIn(organization.time_zone, now).slice(0, 7),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  return submit(asked.request, metricFormSchema, async (input) => {
    const { id } = await makeMetric(asked.context.db, organization.id, input);
    return redirect(`/o/${organization.slug}/totals/${id}`);
  });
}

export default function NewTotal() {
  const t = useTranslations("totals");
  const { organization, campaigns, submission_id, thisMonth } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("newTitle")} lead={t("newLead")}>
      <MetricForm
        organization={organization}
        hidden={{ name: "submission_id", value: one(reply?.values.submission_id) ?? submission_id }}
        campaigns={campaigns}
        thisMonth={thisMonth}
        back={`/o/${organization.slug}/totals`}
        reply={reply}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
