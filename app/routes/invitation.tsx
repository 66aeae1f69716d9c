import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { beginSession } from "~/features/accounts/begin-session.server";
import { openInvitedAccount } from "~/features/accounts/commands.server";
import { DeadLink } from "~/features/accounts/dead-link";
import { homeOf } from "~/features/accounts/home-of";
import { InvitedAccountForm } from "~/features/accounts/invited-account-form";
import { JoinForm } from "~/features/accounts/join-form";
import { findInvitation, getInvitation } from "~/features/accounts/queries.server";
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
  const [viewer, invitation] = await Promise.all([context.viewer(), findInvitation(db, tokenParam(params.token))]);
  const t = translatorFor(locale);
  const title = invitation
    ? t("invitation.title", { organization: nameOf(invitation.organization, locale) })
    : t("mailedLink.deadTitle");
  const reader = viewer ? { name: viewer.person.display_name, home: homeOf(viewer) } : undefined;
  return data({ title, invitation, reader }, invitation ? 200 : 410);
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
  const { title, invitation, reader } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const here = useLocation().pathname;
  if (!invitation) {
    return (
      <Page width="measure" title={title}>
        <DeadLink kind="invitation" home={reader?.home} />
      </Page>
    );
  }
  const organization = nameOf(invitation.organization, locale);

  return (
    <Page width="measure" title={title} lead={t("lead", { organization, role: role(invitation.role) })}>
      {reader && invitation.is_mine ? (
        <JoinForm action={`${here}/acceptance`} organization={organization} reply={undefined} />
      ) : reader ? (
        <Message kind="warning" title={t("otherTitle")}>
          <p className="mb-3">{t("otherText", { name: reader.name })}</p>
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
