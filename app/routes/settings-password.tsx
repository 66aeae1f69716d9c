import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { changePassword } from "~/features/settings/commands.server";
import { PasswordChangeForm } from "~/features/settings/password-change-form";
import { passwordChangeSchema } from "~/features/settings/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  await requireViewer(asked);
  return { title: translatorFor(asked.context.locale)("settings.passwordTitle") };
}

export async function action(asked: ActionFunctionArgs) {
  await requireViewer(asked);
  return submit(asked.request, passwordChangeSchema, async (input) => {
    await changePassword(asked.context.db, input);
    return redirect("/settings?saved=password");
  });
}

export default function SettingsPassword() {
  const t = useTranslations("settings");
  const { title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={title} lead={t("passwordLead")} width="measure">
      <PasswordChangeForm reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
