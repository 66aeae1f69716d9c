import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { getSuggestion } from "~/features/resources/truth/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { codeInAddress, returnCodeSchema } from "~/platform/return-code";
import { CodePage } from "~/ui/code-page";

export function loader({ context }: LoaderFunctionArgs) {
  return { title: translatorFor(context.locale)("truth.codeTitle"), readAlone: true };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return submit(request, returnCodeSchema, async ({ code }) => {
    await getSuggestion(context, code);
    return redirect(`/suggestions/${codeInAddress(code)}`);
  });
}

export default function SuggestionCode() {
  const t = useTranslations("truth");
  const { title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = { code: t("code"), hint: t("codeHint"), show: t("showSuggestion") };
  return <CodePage title={title} lead={t("codeLead")} words={words} reply={reply} />;
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
