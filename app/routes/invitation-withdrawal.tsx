import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { withdrawInvitation } from "~/features/members/commands.server";
import { getInvitation } from "~/features/members/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { email } = await getInvitation(asked.context.db, organization.id, uuidParam(asked.params.id));
  return {
    title: translatorFor(asked.context.locale)("members.withdrawTitle"),
    back: `/o/${organization.slug}/members`,
    email,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressSchema, async () => {
    await withdrawInvitation(asked.context.db, organization.id, id);
    return redirect(`/o/${organization.slug}/members?saved=withdrawal`);
  });
}

export default function InvitationWithdrawal() {
  const t = useTranslations("members");
  const { back, email } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("withdrawTitle")} lead={t("withdrawLead", { email })}>
      <ConfirmationForm reply={reply} variant="danger" label={t("withdraw")} back={back} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
