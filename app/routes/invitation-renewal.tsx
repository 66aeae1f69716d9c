import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { renewInvitation } from "~/features/members/commands.server";
import { asLink } from "~/features/members/link.server";
import { MadeLink } from "~/features/members/made-link";
import { getInvitation } from "~/features/members/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, organization } = await requireOrganization(asked);
  const { email } = await getInvitation(asked.context.db, organization.id, uuidParam(asked.params.id));
  return {
    title: translatorFor(asked.context.locale)("members.renewTitle"),
    back: `/o/${organization.slug}/members`,
    email,
    readerZone: viewer.person.time_zone,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressSchema, async () => ({
    made: asLink(await renewInvitation(asked.context.db, organization.id, id)),
  }));
}

export default function InvitationRenewal() {
  const t = useTranslations("members");
  const { back, email, readerZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "made" in answer) {
    return (
      <Page width="measure" title={t("renewedTitle")}>
        <MadeLink made={answer.made} readerZone={readerZone} back={back} />
      </Page>
    );
  }
  return (
    <Page width="measure" title={t("renewTitle")} lead={t("renewLead", { email })}>
      <ConfirmationForm reply={answer} variant="primary" label={t("renew")} back={back} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
