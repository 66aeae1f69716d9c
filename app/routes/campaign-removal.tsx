import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { discardCampaign } from "~/features/actions/campaigns/commands.server";
import { getOwnCampaign } from "~/features/actions/campaigns/own-campaign.server";
import { versionPressSchema } from "~/features/actions/campaigns/schema";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { versionSeen } from "~/platform/form-values";
import { uuidParam } from "~/platform/params";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, stored } = await getOwnCampaign(asked);
  const { locale } = asked.context;
  return {
    title: translatorFor(locale)("campaigns.discardTitle"),
    organization,
    version: stored.version,
    back: `/campaigns/${stored.id}`,
    name: pickText(stored.name, locale),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, versionPressSchema, async ({ seen_version }) => {
    await discardCampaign(asked.context.db, organization.id, id, seen_version);
    return redirect(`/o/${organization.slug}/campaigns`);
  });
}

/** Somebody else's newer version is read again, so that the next answer is about that one. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function CampaignRemoval() {
  const t = useTranslations("campaigns");
  const { organization, version, back, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const by = shortNameOf(organization, useLocale());

  return (
    <Page width="measure" title={t("discardTitle")} lead={t("discardLead")}>
      <p lang={name.lang} className="mb-6 rounded-md border border-line bg-surface p-4 text-lg font-semibold">
        {name.text}
      </p>
      <ConfirmationForm reply={reply} variant="danger" label={t("discardAs", { organization: by })} back={back}>
        <input type="hidden" name="seen_version" value={versionSeen(reply, { version })} />
      </ConfirmationForm>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
