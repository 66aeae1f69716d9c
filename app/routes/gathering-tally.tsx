import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { countPresses } from "~/features/gatherings/tally/commands.server";
import { getTallyPage } from "~/features/gatherings/tally/queries.server";
import { pressesSchema } from "~/features/gatherings/tally/schema";
import { TallyButton } from "~/features/gatherings/tally/tally-button";
import { useOfflinePage } from "~/features/gatherings/tally/use-offline-page";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return {
    title: translatorFor(asked.context.locale)("tally.title"),
    page: await getTallyPage(asked.context.db, organization.id, id),
    person: viewer.person.id,
    path: `/o/${organization.slug}/gatherings/${id}/presses`,
    ids: { one: randomUUID(), back: randomUUID() },
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressesSchema, async (input) => {
    await countPresses(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/gatherings/${id}/tally`);
  });
}

export default function GatheringTally() {
  const t = useTranslations("tally");
  const { page, ...counting } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  useOfflinePage();

  return (
    <Page width="measure" title={t("title")} lead={page.open && page.counts ? t("lead") : undefined}>
      <GatheringSummary gathering={{ ...page, state: "scheduled" }} />
      {page.open && page.counts ? (
        <TallyButton page={page} {...counting} reply={reply} />
      ) : (
        <Message>{t(page.open ? "onlyMembers" : "closed", { total: String(page.tally.total) })}</Message>
      )}
      <p className="mt-6">
        <LinkButton to={`/gatherings/${page.id}`} variant="plain">
          {t("toGathering")}
        </LinkButton>
      </p>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
