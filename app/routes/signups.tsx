import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { getSignup } from "~/features/gatherings/signups/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { codeInAddress, returnCodeSchema } from "~/platform/return-code";
import { CodePage } from "~/ui/code-page";

export function loader({ context }: LoaderFunctionArgs) {
  return { title: translatorFor(context.locale)("signups.codeTitle"), readAlone: true };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return submit(request, returnCodeSchema, async ({ code }) => {
    await getSignup(context, code);
    return redirect(`/signups/${codeInAddress(code)}`);
  });
}

export default function Signups() {
  const t = useTranslations("signups");
  const { title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = { code: t("code"), hint: t("codeHint"), show: t("showSignup") };
  return <CodePage title={title} lead={t("codeLead")} words={words} reply={reply} />;
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
