import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { requestLink } from "~/features/accounts/commands.server";
import { LinkRequestForm } from "~/features/accounts/link-request-form";
import { LinkRequested } from "~/features/accounts/link-requested";
import { linkRequestSchema } from "~/features/accounts/schema";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { countTry } from "~/platform/tries.server";
import { Page } from "~/ui/page";

export function loader({ request, context }: LoaderFunctionArgs) {
  return {
    title: translatorFor(context.locale)("mailedLink.signInTitle"),
    requested: new URL(request.url).searchParams.has("requested"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return submit(request, linkRequestSchema, async ({ email }) => {
    await countTry(context, "mailed_link", email);
    await requestLink(context.db, "sign_in_link", email);
    return redirect("/sign-in/link?requested");
  });
}

export default function SignInLink() {
  const t = useTranslations("mailedLink");
  const { title, requested } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={title} lead={requested ? null : t("signInLead")} width="measure">
      {requested ? (
        <LinkRequested again="/sign-in/link" />
      ) : (
        <LinkRequestForm reply={reply} label={t("requestSignIn")} />
      )}
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
