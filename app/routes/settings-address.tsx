import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { AddressChangeForm } from "~/features/settings/address-change-form";
import { changeAddress } from "~/features/settings/commands.server";
import { addressChangeSchema } from "~/features/settings/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { email } = await requireViewer(asked);
  return { title: translatorFor(asked.context.locale)("settings.addressTitle"), email };
}

export async function action(asked: ActionFunctionArgs) {
  await requireViewer(asked);
  return submit(asked.request, addressChangeSchema, async (input) => {
    await changeAddress(asked.context.db, input);
    return redirect("/settings?saved=address");
  });
}

export default function SettingsAddress() {
  const t = useTranslations("settings");
  const { title, email } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={title} lead={t("addressLead", { email })} width="measure">
      <AddressChangeForm reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
