import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { getSuggestion } from "~/features/resources/truth/queries.server";
import { suggestionCodeSchema } from "~/features/resources/truth/schema";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { Page } from "~/ui/page";

export function loader({ context }: LoaderFunctionArgs) {
  return { title: translatorFor(context.locale)("truth.codeTitle"), readAlone: true };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return submit(request, suggestionCodeSchema, async ({ code }) => {
    await getSuggestion(context, code);
    return redirect(`/suggestions/${encodeURIComponent(code.replace(/[\s-]/g, "").toUpperCase())}`);
  });
}

export default function SuggestionCode() {
  const t = useTranslations("truth");
  const { title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page width="measure" title={title} lead={t("codeLead")}>
      <Form reply={reply} labels={{ code: t("code") }}>
        <Field
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          autoComplete="off"
          maxLength={100}
          width="medium"
          required
        />
        <div>
          <Button>{t("showSuggestion")}</Button>
        </div>
      </Form>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
