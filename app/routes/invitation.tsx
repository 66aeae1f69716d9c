import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { beginSession } from "~/features/accounts/begin-session.server";
import { openInvitedAccount } from "~/features/accounts/commands.server";
import { InvitedAccountForm } from "~/features/accounts/invited-account-form";
import { JoinForm } from "~/features/accounts/join-form";
import { getInvitation } from "~/features/accounts/queries.server";
import { invitedAccountSchema } from "~/features/accounts/schema";
import { nameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { tokenParam } from "~/platform/params";
import { countTry } from "~/platform/tries.server";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, locale } = context;
  const [viewer, invitation] = await Promise.all([context.viewer(), getInvitation(db, tokenParam(params.token))]);
  const title = translatorFor(locale)("invitation.title", { organization: nameOf(invitation.organization, locale) });
  return { title, invitation, signedInAs: viewer?.person.display_name };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = tokenParam(params.token);
  return submit(request, invitedAccountSchema, async (input) => {
    await countTry(context, "public_form");
    const { organization } = await getInvitation(context.db, token);
    const chosen = { ...organization, language: context.locale };
    await beginSession(context, request, await openInvitedAccount(context.db, token, input, chosen));
    return redirectDocument(`/o/${organization.slug}`);
  });
}

export default function Invitation() {
  const t = useTranslations("invitation");
  const role = useTranslations("role");
  const locale = useLocale();
  const { title, invitation, signedInAs } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const organization = nameOf(invitation.organization, locale);
  const here = useLocation().pathname;

  return (
    <Page width="measure" title={title} lead={t("lead", { organization, role: role(invitation.role) })}>
      {signedInAs && invitation.is_mine ? (
        <JoinForm action={`${here}/acceptance`} organization={organization} reply={undefined} />
      ) : signedInAs ? (
        <Message kind="warning" title={t("otherTitle")}>
          <p className="mb-3">{t("otherText", { name: signedInAs })}</p>
          <LinkButton to="/sign-out" variant="quiet">
            {t("signOut")}
          </LinkButton>
        </Message>
      ) : (
        <InvitedAccountForm reply={reply} signIn={`/sign-in?to=${encodeURIComponent(here)}`} />
      )}
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
