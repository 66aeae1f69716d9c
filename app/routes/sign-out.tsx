import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { endSession } from "~/features/accounts/commands.server";
import { signOutSchema } from "~/features/accounts/schema";
import { SignOutForm } from "~/features/accounts/sign-out-form";
import { endPrivateCalendars } from "~/features/feeds/commands.server";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const asked = new URL(request.url).searchParams;
  return {
    title: translatorFor(context.locale)("signOut.title"),
    name: viewer?.person.display_name,
    othersUnreached: asked.has("others-unreached"),
    isAccountDeleted: asked.get("after") === "deletion",
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return submit(request, signOutSchema, async ({ scope }) => {
    const viewer = scope === "global" ? await context.viewer() : null;
    if (viewer) await endPrivateCalendars(context.db, viewer.person.id);
    const ended = context.session ? await endSession(context.session, scope) : "ended";
    context.signOut();
    return redirectDocument(ended === "silent" ? "/sign-out?others-unreached" : "/sign-out");
  });
}

export default function SignOut() {
  const t = useTranslations();
  const { name, othersUnreached, isAccountDeleted } = useLoaderData<typeof loader>();

  if (name) {
    return (
      <Page title={t("signOut.title")} lead={t("signOut.lead", { name })} width="measure">
        <SignOutForm />
      </Page>
    );
  }
  return (
    <Page title={t(isAccountDeleted ? "signOut.deleted" : "signOut.nobody")} width="measure">
      {isAccountDeleted ? <p className="max-w-measure text-lg">{t("signOut.deletedText")}</p> : null}
      {othersUnreached ? <Message kind="warning">{t("signOut.failed")}</Message> : null}
      <p className="mt-6">
        <LinkButton to="/sign-in">{t("shell.signIn")}</LinkButton>
      </p>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
