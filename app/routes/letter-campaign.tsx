import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { CampaignForm } from "~/features/actions/letters/campaign-form";
import { tieLetter } from "~/features/actions/letters/commands.server";
import { getLetterCampaigns } from "~/features/actions/letters/queries.server";
import { campaignFormSchema } from "~/features/actions/letters/schema";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const { letter, campaigns } = await getLetterCampaigns(db, organization.id, uuidParam(asked.params.letter));
  if (!can("actions.write")) throw refusal({ key: "not_allowed" }, 403);
  return {
    title: translatorFor(locale)("letters.campaignTitle"),
    organization,
    name: pickText(letter.title, locale),
    back: `/o/${organization.slug}/letters/${letter.id}`,
    campaigns,
    chosen: letter.campaign?.id,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.letter);
  return submit(asked.request, campaignFormSchema, async (input) => {
    await tieLetter(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/letters/${id}?done=saved`);
  });
}

export default function LetterCampaign() {
  const t = useTranslations("letters");
  const { name, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("campaignTitle")} above={<span lang={name.lang}>{name.text}</span>}>
      <CampaignForm {...shown} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
