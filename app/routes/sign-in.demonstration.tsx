import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { beginSession } from "~/features/accounts/begin-session.server";
import { signInWithPassword } from "~/features/accounts/commands.server";
import { DemonstrationAccounts } from "~/features/accounts/demonstration-accounts";
import { listDemonstrationAccounts } from "~/features/accounts/queries.server";
import { demonstrationSchema } from "~/features/accounts/schema";
import { translatorFor } from "~/i18n/translator.server";
import { env } from "~/platform/env.server";
import { submit } from "~/platform/form.server";
import { refusal } from "~/platform/refusal";
import { safePath } from "~/platform/safe-path";
import { Page } from "~/ui/page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!context.demonstration) throw refusal({ key: "not_found" }, 404);
  return {
    title: translatorFor(context.locale)("signIn.demonstrationTitle"),
    accounts: await listDemonstrationAccounts(context.db),
    to: safePath(new URL(request.url).searchParams.get("to"), ""),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const password = env().DEMONSTRATION_PASSWORD;
  if (!password) throw refusal({ key: "not_found" }, 404);

  return submit(request, demonstrationSchema, async ({ email, to }) => {
    const accounts = await listDemonstrationAccounts(context.db);
    const account = accounts.find((one) => one.email === email);
    if (!account) throw refusal({ key: "demonstration_gone" }, 422);

    await beginSession(context, request, await signInWithPassword({ email, password }));
    return redirectDocument(safePath(to, `/o/${account.organization.slug}`));
  });
}

export default function SignInToDemonstration() {
  const t = useTranslations("signIn");
  const { accounts, to } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={t("demonstrationTitle")} lead={t("demonstrationLead")}>
      <DemonstrationAccounts accounts={accounts} to={to} reply={reply} heading="h2" />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
