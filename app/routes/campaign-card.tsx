import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { CampaignForm } from "~/features/actions/campaigns/campaign-form";
import { reviseCampaign } from "~/features/actions/campaigns/commands.server";
import { getOwnCampaign } from "~/features/actions/campaigns/own-campaign.server";
import { revisedCampaignSchema } from "~/features/actions/campaigns/schema";
import { RegistrationWarning } from "~/features/gatherings/registration-warning";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { versionSeen } from "~/platform/form-values";
import { uuidParam } from "~/platform/params";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, stored } = await getOwnCampaign(asked);
  return { title: translatorFor(asked.context.locale)("campaigns.editTitle"), organization, stored };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, revisedCampaignSchema, async (input) => {
    await reviseCampaign(asked.context.db, organization.id, id, input);
    return redirect(`/campaigns/${id}`);
  });
}

/** Somebody else's newer version is read again, so that the next answer is about that one. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function CampaignCard() {
  const t = useTranslations("campaigns");
  const { organization, stored } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("editTitle")}>
      {stored.part === "voter_registration" ? (
        <div className="mb-8">
          <RegistrationWarning />
        </div>
      ) : null}
      <CampaignForm
        organization={organization}
        fellows={stored.fellows}
        stored={stored}
        hidden={{ name: "seen_version", value: versionSeen(reply, stored) }}
        back={`/campaigns/${stored.id}`}
        reply={reply}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
