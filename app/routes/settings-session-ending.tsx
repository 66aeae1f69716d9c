import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { endOtherSession } from "~/features/settings/commands.server";
import { getSession } from "~/features/settings/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  await requireViewer(asked);
  const { device } = await getSession(asked.context.db, uuidParam(asked.params.id));
  const t = translatorFor(asked.context.locale);
  return { title: t("settings.endTitle", { device: device ?? t("settings.deviceUnknown") }) };
}

export async function action(asked: ActionFunctionArgs) {
  await requireViewer(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressSchema, async () => {
    await endOtherSession(asked.context.db, id);
    return redirect("/settings?saved=device");
  });
}

export default function SettingsSessionEnding() {
  const t = useTranslations("settings");
  const { title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={title} lead={t("endLead")} width="measure">
      <ConfirmationForm reply={reply} variant="danger" label={t("end")} back="/settings" />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
