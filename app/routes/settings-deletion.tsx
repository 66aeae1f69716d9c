import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { deleteAccount } from "~/features/settings/commands.server";
import { DeletionForm } from "~/features/settings/deletion-form";
import { deletionSchema } from "~/features/settings/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  await requireViewer(asked);
  return { title: translatorFor(asked.context.locale)("settings.deletionTitle") };
}

export async function action(asked: ActionFunctionArgs) {
  await requireViewer(asked);
  return submit(asked.request, deletionSchema, async ({ password }) => {
    await deleteAccount(asked.context.db, password);
    asked.context.signOut();
    return redirectDocument("/sign-out?after=deletion");
  });
}

export default function SettingsDeletion() {
  const t = useTranslations("settings");
  const { title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={title} lead={t("deletionLead")} width="measure">
      <DeletionForm reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
