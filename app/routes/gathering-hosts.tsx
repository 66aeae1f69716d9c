import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { GatheringTitle } from "~/features/gatherings/gathering-title";
import { inviteHost } from "~/features/gatherings/hosts/commands.server";
import { HostInvitationForm } from "~/features/gatherings/hosts/host-invitation-form";
import { HostTable } from "~/features/gatherings/hosts/host-table";
import { getGatheringHosts } from "~/features/gatherings/hosts/queries.server";
import { hostInvitationSchema } from "~/features/gatherings/hosts/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { DoneMessage } from "~/ui/done-message";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

const changes = ["invitation", "rights", "ending"] as const;

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { slug, display_name, short_name, korean_name } = organization;
  const id = uuidParam(asked.params.id);
  const saved = new URL(asked.request.url).searchParams.get("saved");
  return {
    title: translatorFor(asked.context.locale)("hosts.title"),
    organization: { slug, display_name, short_name, korean_name },
    ...{ id, page: await getGatheringHosts(asked.context.db, organization.id, id) },
    saved: changes.find((change) => change === saved),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, hostInvitationSchema, async (input) => {
    await inviteHost(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/gatherings/${id}/hosts?saved=invitation`);
  });
}

export default function GatheringHosts() {
  const t = useTranslations("hosts");
  const { organization, id, page, saved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const base = `/o/${organization.slug}/gatherings/${id}/hosts`;

  return (
    <Page width="measure" title={t("title")} above={<GatheringTitle card={page} />} lead={t("lead")}>
      {saved ? <DoneMessage title={t(`saved.${saved}`)} /> : null}
      {page.hostings.length > 0 ? (
        <HostTable hostings={page.hostings} base={page.writable ? base : undefined} />
      ) : (
        <p className="text-soft">{t("none")}</p>
      )}
      {page.writable ? (
        <section aria-labelledby="invite" className="mt-10">
          <h2 id="invite" className="mb-4 text-xl font-bold">
            {t("invite")}
          </h2>
          {page.state === "draft" ? (
            <p>{t("inviteDraft")}</p>
          ) : page.fellows.length === 0 ? (
            <p>{t("inviteNobody")}</p>
          ) : (
            <HostInvitationForm key={page.hostings.length} organization={organization} page={page} reply={reply} />
          )}
        </section>
      ) : null}
      <p className="mt-8">
        <LinkButton to={`/gatherings/${id}`} variant="quiet">
          {t("back")}
        </LinkButton>
      </p>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
