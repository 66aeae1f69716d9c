import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { InvitationTable } from "~/features/members/invitation-table";
import { MemberTable } from "~/features/members/member-table";
import { listMembers } from "~/features/members/queries.server";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { DoneMessage } from "~/ui/done-message";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

const changes = ["role", "removal", "withdrawal"] as const;

export async function loader(asked: LoaderFunctionArgs) {
  const saved = new URL(asked.request.url).searchParams.get("saved");
  const { viewer, organization, can } = await requireOrganization(asked);
  const { slug, display_name, short_name, korean_name } = organization;
  return {
    title: translatorFor(asked.context.locale)("members.title"),
    organization: { slug, display_name, short_name, korean_name },
    ...(await listMembers(asked.context.db, organization.id)),
    canManage: can("members.write"),
    readerZone: viewer.person.time_zone,
    saved: changes.find((change) => change === saved),
  };
}

export default function OrganizationMembers() {
  const t = useTranslations("members");
  const { members, invitations, saved, ...shown } = useLoaderData<typeof loader>();
  const organization = shortNameOf(shown.organization, useLocale());
  const invite = <LinkButton to={`/o/${shown.organization.slug}/invitations/new`}>{t("invite")}</LinkButton>;

  return (
    <Page title={t("title")} lead={t("lead", { organization })} actions={shown.canManage ? invite : null}>
      {saved ? <DoneMessage title={t(`saved.${saved}`)} /> : null}
      <MemberTable members={members} {...shown} />
      {shown.canManage ? (
        <section aria-labelledby="waiting" className="mt-12">
          <h2 id="waiting" className="mb-3 text-xl font-bold">
            {t("waiting")}
          </h2>
          {invitations.length > 0 ? (
            <InvitationTable invitations={invitations} {...shown} />
          ) : (
            <p className="text-soft">{t("waitingNone")}</p>
          )}
          <p className="mt-3">
            <Link to={`/o/${shown.organization.slug}/mail`} className="link inline-flex min-h-11 items-center">
              {t("mail")}
            </Link>
          </p>
        </section>
      ) : null}
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
