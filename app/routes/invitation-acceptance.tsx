import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale } from "use-intl";
import { acceptInvitation } from "~/features/accounts/commands.server";
import { JoinForm } from "~/features/accounts/join-form";
import { getInvitation } from "~/features/accounts/queries.server";
import { nameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { tokenParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  await requireViewer(asked);
  const { db, locale } = asked.context;
  const { organization } = await getInvitation(db, tokenParam(asked.params.token));
  const title = translatorFor(locale)("invitation.title", { organization: nameOf(organization, locale) });
  return { title, organization };
}

export async function action(asked: ActionFunctionArgs) {
  await requireViewer(asked);
  const token = tokenParam(asked.params.token);
  return submit(asked.request, pressSchema, async () => {
    const { slug } = await acceptInvitation(asked.context.db, token);
    return redirect(`/o/${slug}`);
  });
}

export default function InvitationAcceptance() {
  const { title, organization } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={title}>
      <JoinForm organization={nameOf(organization, useLocale())} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
