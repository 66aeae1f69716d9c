import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { CampaignPress } from "~/features/actions/campaigns/campaign-press";
import { reopenCampaign } from "~/features/actions/campaigns/commands.server";
import { getCampaignToPress } from "~/features/actions/campaigns/own-campaign.server";
import { versionPressSchema } from "~/features/actions/campaigns/schema";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";

export async function loader(asked: LoaderFunctionArgs) {
  const title = translatorFor(asked.context.locale)("campaigns.reopenTitle");
  return { title, ...(await getCampaignToPress(asked)) };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, versionPressSchema, async ({ seen_version }) => {
    await reopenCampaign(asked.context.db, organization.id, id, seen_version);
    return redirect(`/campaigns/${id}`);
  });
}

/** Somebody else's newer version is read again, so that the next answer is about that one. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function CampaignReopening() {
  const t = useTranslations("campaigns");
  const asked = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const by = { organization: shortNameOf(asked.organization, useLocale()) };
  return (
    <CampaignPress asked={asked} lead={t("reopenLead")} label={t("reopenAs", by)} variant="primary" reply={reply} />
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
