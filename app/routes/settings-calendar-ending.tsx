import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { endPrivateCalendar } from "~/features/feeds/commands.server";
import { getPrivateCalendar } from "~/features/feeds/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  await requireViewer(asked);
  const { label } = await getPrivateCalendar(asked.context.db, uuidParam(asked.params.id));
  return { title: translatorFor(asked.context.locale)("calendars.endTitle", { label }) };
}

export async function action(asked: ActionFunctionArgs) {
  await requireViewer(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressSchema, async () => {
    await endPrivateCalendar(asked.context.db, id);
    return redirect("/settings/calendars?ended");
  });
}

export default function SettingsCalendarEnding() {
  const t = useTranslations("calendars");
  const { title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={title} lead={t("endLead")} width="measure">
      <ConfirmationForm reply={reply} variant="danger" label={t("end")} back="/settings/calendars" />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
