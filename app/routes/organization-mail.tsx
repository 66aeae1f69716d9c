import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { listUndelivered } from "~/features/mail/queries.server";
import { UndeliveredTable } from "~/features/mail/undelivered-table";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { DoneMessage } from "~/ui/done-message";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, organization } = await requireOrganization(asked);
  return {
    title: translatorFor(asked.context.locale)("mail.title"),
    messages: await listUndelivered(asked.context.db, organization.id),
    organization: { slug: organization.slug },
    readerZone: viewer.person.time_zone,
    isRetried: new URL(asked.request.url).searchParams.get("saved") === "retry",
  };
}

export default function OrganizationMail() {
  const t = useTranslations("mail");
  const { messages, organization, readerZone, isRetried } = useLoaderData<typeof loader>();
  const back = (
    <LinkButton to={`/o/${organization.slug}/members`} variant="quiet">
      {t("back")}
    </LinkButton>
  );

  return (
    <Page title={t("title")} lead={t("lead")} actions={back}>
      {isRetried ? <DoneMessage title={t("retried")} /> : null}
      {messages.length > 0 ? (
        <UndeliveredTable messages={messages} organization={organization} readerZone={readerZone} />
      ) : (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      )}
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
