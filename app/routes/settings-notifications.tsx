import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { chooseNotifications } from "~/features/settings/commands.server";
import { NotificationForm } from "~/features/settings/notification-form";
import { getSettings } from "~/features/settings/queries.server";
import { notificationsSchema } from "~/features/settings/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  await requireViewer(asked);
  const { wanted, quiet_from, quiet_until } = await getSettings(asked.context.db);
  const title = translatorFor(asked.context.locale)("settings.notifications");
  return { title, chosen: { wanted, quiet_from, quiet_until } };
}

export async function action(asked: ActionFunctionArgs) {
  await requireViewer(asked);
  return submit(asked.request, notificationsSchema, async (input) => {
    await chooseNotifications(asked.context.db, input);
    return redirect("/settings?saved=notifications");
  });
}

export default function SettingsNotifications() {
  const t = useTranslations("settings");
  const { title, chosen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={title} lead={t("notificationsHint")} width="measure">
      <NotificationForm reply={reply} chosen={chosen} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
