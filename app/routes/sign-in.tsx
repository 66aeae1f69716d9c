import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { beginSession } from "~/features/accounts/begin-session.server";
import { signInWithPassword } from "~/features/accounts/commands.server";
import { DemonstrationAccounts } from "~/features/accounts/demonstration-accounts";
import { homeOf } from "~/features/accounts/home-of";
import { listDemonstrationAccounts } from "~/features/accounts/queries.server";
import { signInSchema } from "~/features/accounts/schema";
import { SignInForm } from "~/features/accounts/sign-in-form";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { safePath } from "~/platform/safe-path";
import { countTry, forgiveTries } from "~/platform/tries.server";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const accounts = context.demonstration ? await listDemonstrationAccounts(context.db) : [];
  const viewer = await context.viewer();
  const asked = new URL(request.url).searchParams;
  return {
    title: translatorFor(context.locale)("signIn.title"),
    to: safePath(asked.get("to"), ""),
    isPasswordNew: asked.get("after") === "password",
    accounts,
    signedInAs: viewer?.person.display_name,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return submit(request, signInSchema, async ({ to, ...input }) => {
    await countTry(context, "sign_in", input.email);
    const session = await signInWithPassword(input);
    await forgiveTries(context, "sign_in", input.email);
    await beginSession(context, request, session);
    return redirectDocument(safePath(to, homeOf(await context.viewer())));
  });
}

export default function SignIn() {
  const t = useTranslations("signIn");
  const { to, accounts, signedInAs, isPasswordNew } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={t("title")} lead={t("lead")}>
      {isPasswordNew ? (
        <div className="mb-8">
          <Message kind="success" live title={t("passwordNew")} />
        </div>
      ) : null}
      {signedInAs ? (
        <div className="mb-8">
          <Message title={t("signedIn", { name: signedInAs })}>
            <LinkButton to={to || "/"} variant="plain">
              {t("goOn")}
            </LinkButton>
          </Message>
        </div>
      ) : null}
      <SignInForm reply={reply} to={to} />
      {accounts.length > 0 ? (
        <section aria-labelledby="demonstration" className="mt-12 border-t border-line pt-8">
          <h2 id="demonstration" className="text-xl font-bold">
            {t("demonstrationTitle")}
          </h2>
          <p className="mt-1 mb-5 max-w-measure text-soft">{t("demonstrationLead")}</p>
          <DemonstrationAccounts accounts={accounts} to={to} heading="h3" />
        </section>
      ) : null}
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
