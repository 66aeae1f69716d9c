import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { saveSignupList } from "~/features/gatherings/signups/commands.server";
import { getSignupSettings } from "~/features/gatherings/signups/queries.server";
import { termsSchema } from "~/features/gatherings/signups/schema";
import { TermsForm } from "~/features/gatherings/signups/terms-form";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const settings = await getSignupSettings(asked.context.db, organization.id, uuidParam(asked.params.id));
  return { title: translatorFor(asked.context.locale)("signups.settingsTitle"), settings };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, termsSchema, async (terms) => {
    await saveSignupList(asked.context.db, organization.id, id, terms);
    return redirect(`/gatherings/${id}`);
  });
}

export default function SignupSettings() {
  const t = useTranslations("signups");
  const { title, settings } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page width="measure" title={title} lead={t("settingsLead")}>
      <GatheringSummary gathering={settings} />
      <TermsForm settings={settings} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
