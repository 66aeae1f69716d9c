import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { takeInServices } from "~/features/resources/exchange/commands.server";
import { FailedNotice } from "~/features/resources/exchange/failed-notice";
import { ImportDone } from "~/features/resources/exchange/import-done";
import { ImportProgress } from "~/features/resources/exchange/import-progress";
import { getImport } from "~/features/resources/exchange/queries.server";
import { takingSchema } from "~/features/resources/exchange/schema";
import { TakingForm } from "~/features/resources/exchange/taking-form";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { Page } from "~/ui/page";

const titles = {
  ...({ read: "previewTitle", waiting: "waitingTitle", taken: "doneTitle", failed: "failedTitle" } as const),
  ...({ leaving: "leavingTitle", undone: "undoneTitle" } as const),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const page = await getImport(db, organization.id, uuidParam(asked.params.import));
  const { slug, display_name, short_name, korean_name, time_zone } = organization;
  return {
    title: translatorFor(locale)(`exchange.${titles[page.state]}`),
    organization: { slug, display_name, short_name, korean_name },
    zone: time_zone,
    page,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.import);
  return submit(asked.request, takingSchema, async (input) => {
    await takeInServices(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/resources/import/${id}`);
  });
}

export default function ResourceImportDraft() {
  const t = useTranslations("exchange");
  const { organization, zone, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const lead = page.state === "read" ? t("previewLead", { name: page.source.name }) : undefined;
  const here = `/o/${organization.slug}/resources/import/${page.id}`;

  return (
    <Page width="measure" title={t(titles[page.state])} lead={lead}>
      {page.problem ? <FailedNotice problem={page.problem} /> : null}
      {page.state === "read" || page.state === "failed" ? (
        <TakingForm organization={organization} preview={page} reply={reply} />
      ) : page.state === "waiting" || page.state === "leaving" ? (
        <ImportProgress progress={page.progress} page={here} />
      ) : (
        <ImportDone slug={organization.slug} zone={zone} done={page} />
      )}
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
