import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { requestLink } from "~/features/accounts/commands.server";
import { LinkRequestForm } from "~/features/accounts/link-request-form";
import { LinkRequested } from "~/features/accounts/link-requested";
import { linkRequestSchema } from "~/features/accounts/schema";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { pathTo, safePath } from "~/platform/safe-path";
import { countTry } from "~/platform/tries.server";
import { Page } from "~/ui/page";

export function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  return {
    title: translatorFor(context.locale)("mailedLink.resetTitle"),
    requested: asked.has("requested"),
    to: safePath(asked.get("to"), ""),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return submit(request, linkRequestSchema, async ({ email }) => {
    await countTry(context, "mailed_link", email);
    await requestLink(context.db, "password_reset", email);
    const to = safePath(new URL(request.url).searchParams.get("to"), "");
    return redirect(pathTo("/password?requested", to));
  });
}

export default function Password() {
  const t = useTranslations("mailedLink");
  const { title, requested, to } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={title} lead={requested ? null : t("resetLead")} width="measure">
      {requested ? (
        <LinkRequested again={pathTo("/password", to)} signIn={pathTo("/sign-in", to)} />
      ) : (
        <LinkRequestForm reply={reply} signIn={pathTo("/sign-in", to)} label={t("requestReset")} />
      )}
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
