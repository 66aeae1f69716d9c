import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { retryMessage } from "~/features/mail/commands.server";
import { getUndelivered } from "~/features/mail/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { kind, recipient } = await getUndelivered(asked.context.db, organization.id, uuidParam(asked.params.id));
  return {
    title: translatorFor(asked.context.locale)("mail.retryTitle"),
    back: `/o/${organization.slug}/mail`,
    kind,
    recipient,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressSchema, async () => {
    await retryMessage(asked.context.db, organization.id, id);
    return redirect(`/o/${organization.slug}/mail?saved=retry`);
  });
}

export default function MailRetry() {
  const t = useTranslations("mail");
  const kindName = useTranslations("mailKind");
  const { back, kind, recipient } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const what = kindName(kind);

  return (
    <Page width="measure" title={t("retryTitle")} lead={recipient ? t("retryLead", { what, to: recipient }) : what}>
      <ConfirmationForm reply={reply} variant="primary" label={t("retry")} back={back} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
