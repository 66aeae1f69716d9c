import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { concludeCampaign } from "~/features/actions/campaigns/commands.server";
import { OutcomeForm } from "~/features/actions/campaigns/outcome-form";
import { getOwnCampaign } from "~/features/actions/campaigns/own-campaign.server";
import { outcomeFormSchema } from "~/features/actions/campaigns/schema";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { versionSeen } from "~/platform/form-values";
import { uuidParam } from "~/platform/params";
import { todayIn } from "~/platform/time";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, stored } = await getOwnCampaign(asked);
  const { locale, now } = asked.context;
  const { id, name, outcome, outcome_on, outcome_reason, version } = stored;
  return {
    title: translatorFor(locale)("campaigns.outcomeTitle"),
    organization,
    stored: { id, name, outcome, outcome_on, outcome_reason, version },
    today: todayIn(organization.time_zone, now),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, outcomeFormSchema, async (input) => {
    await concludeCampaign(asked.context.db, organization.id, id, input);
    return redirect(`/campaigns/${id}`);
  });
}

/** Somebody else's newer version is read again, so that the next answer is about that one. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function CampaignOutcome() {
  const t = useTranslations("campaigns");
  const locale = useLocale();
  const { organization, stored, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const name = pickText(stored.name, locale);

  return (
    <Page
      width="measure"
      title={t("outcomeTitle")}
      above={<span lang={name.lang}>{name.text}</span>}
      lead={t("outcomeLead")}
    >
      <OutcomeForm
        stored={stored}
        version={versionSeen(reply, stored)}
        today={today}
        by={shortNameOf(organization, locale)}
        back={`/campaigns/${stored.id}`}
        reply={reply}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
