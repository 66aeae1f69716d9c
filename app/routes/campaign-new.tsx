import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { CampaignForm } from "~/features/actions/campaigns/campaign-form";
import { beginCampaign } from "~/features/actions/campaigns/commands.server";
import { listFellows } from "~/features/actions/campaigns/queries.server";
import { newCampaignSchema } from "~/features/actions/campaigns/schema";
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
  const { searchParams } = new URL(asked.request.url);
  return {
    title: translatorFor(locale)("campaigns.newTitle"),
    organization,
    fellows: await listFellows(db, organization.id),
    submission_id: randomUUID(),
    coalition_id: organization.coalitions.find(({ slug }) => slug === searchParams.get("coalition"))?.id ?? null,
    today: todayIn(organization.time_zone, now),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  return submit(asked.request, newCampaignSchema, async (input) => {
    const { id } = await beginCampaign(asked.context.db, organization.id, input);
    return redirect(`/campaigns/${id}`);
  });
}

export default function NewCampaign() {
  const t = useTranslations("campaigns");
  const { organization, fellows, submission_id, coalition_id, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("newTitle")} lead={t("newLead")}>
      <CampaignForm
        organization={organization}
        fellows={fellows}
        stored={{ starts_on: today, coalition_id }}
        hidden={{ name: "submission_id", value: one(reply?.values.submission_id) ?? submission_id }}
        back={`/o/${organization.slug}/campaigns`}
        reply={reply}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
