import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { inviteMember } from "~/features/members/commands.server";
import { InvitationForm } from "~/features/members/invitation-form";
import { asLink } from "~/features/members/link.server";
import { MadeLink } from "~/features/members/made-link";
import { invitationSchema } from "~/features/members/schema";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { refusal } from "~/platform/refusal";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, organization, can } = await requireOrganization(asked);
  if (!can("members.write")) throw refusal({ key: "not_allowed" }, 403);
  const { slug, display_name, short_name, korean_name } = organization;
  return {
    title: translatorFor(asked.context.locale)("members.invite"),
    organization: { slug, display_name, short_name, korean_name },
    readerZone: viewer.person.time_zone,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  return submit(asked.request, invitationSchema, async (input) => ({
    made: asLink(await inviteMember(asked.context.db, organization.id, input)),
  }));
}

export default function InvitationNew() {
  const t = useTranslations("members");
  const { organization, readerZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const made = answer && "made" in answer ? answer.made : undefined;
  const name = shortNameOf(organization, useLocale());

  return (
    <Page width="measure" title={t("invite")} lead={made ? null : t("inviteLead", { organization: name })}>
      {made ? (
        <MadeLink
          made={made}
          readerZone={readerZone}
          back={`/o/${organization.slug}/members`}
          again={`/o/${organization.slug}/invitations/new`}
        />
      ) : (
        <InvitationForm organization={organization} reply={answer && "made" in answer ? undefined : answer} />
      )}
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
