import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { cancelSignup } from "~/features/gatherings/signups/commands.server";
import { getSignup } from "~/features/gatherings/signups/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { tokenParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const code = tokenParam(params.code);
  const { gathering } = await getSignup(context, code);
  const title = translatorFor(context.locale)("signups.cancelTitle");
  return { title, gathering, back: `/signups/${encodeURIComponent(code)}`, readAlone: true };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const code = tokenParam(params.code);
  return submit(request, pressSchema, async () => {
    await cancelSignup(context, code);
    return redirect(`/signups/${encodeURIComponent(code)}`);
  });
}

export default function SignupCancellation() {
  const t = useTranslations("signups");
  const { title, gathering, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page width="measure" title={title} lead={t("cancelLead")}>
      {gathering ? <GatheringSummary gathering={gathering} /> : null}
      <ConfirmationForm reply={reply} variant="danger" label={t("cancelPress")} back={back} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
