import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { makeLetter } from "~/features/actions/letters/commands.server";
import { LetterForm } from "~/features/actions/letters/letter-form";
import { listLetterCampaigns } from "~/features/actions/letters/queries.server";
import { letterFormSchema } from "~/features/actions/letters/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { one } from "~/platform/form-values";
import { refusal } from "~/platform/refusal";
import { listTimeZones } from "~/platform/time-zones.server";
import { listZoneChoices } from "~/platform/zone-choices";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  if (!can("actions.write")) throw refusal({ key: "not_allowed" }, 403);
  const { db, locale } = asked.context;
  const [campaigns, zones] = await Promise.all([listLetterCampaigns(db, organization.id), listTimeZones()]);
  return {
    title: translatorFor(locale)("letters.newTitle"),
    organization,
    submission_id: randomUUID(),
    campaigns,
    zones: listZoneChoices(zones, [organization.time_zone], locale),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  return submit(asked.request, letterFormSchema, async (input) => {
    const { id } = await makeLetter(asked.context.db, organization.id, input);
    return redirect(`/o/${organization.slug}/letters/${id}`);
  });
}

export default function NewLetter() {
  const t = useTranslations("letters");
  const { organization, submission_id, zones, campaigns } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={t("newTitle")} lead={t("newLead")}>
      <LetterForm
        organization={organization}
        submissionId={one(reply?.values.submission_id) ?? submission_id}
        zones={zones}
        campaigns={campaigns}
        back={`/o/${organization.slug}/letters`}
        reply={reply}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
