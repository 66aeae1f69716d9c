import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { importEvents } from "~/features/imports/commands.server";
import { ImportDone } from "~/features/imports/import-done";
import { PreviewForm } from "~/features/imports/preview-form";
import { getImport } from "~/features/imports/queries.server";
import { importSchema } from "~/features/imports/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const preview = await getImport(db, organization.id, uuidParam(asked.params.draft));
  const { slug, display_name, short_name, korean_name } = organization;
  return {
    title: translatorFor(locale)(preview.result ? "imports.doneTitle" : "imports.previewTitle"),
    organization: { slug, display_name, short_name, korean_name },
    preview,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.draft);
  return submit(asked.request, importSchema, async (input) => {
    await importEvents(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/import/${id}`);
  });
}

export default function ImportDraft() {
  const t = useTranslations("imports");
  const { organization, preview } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  if (preview.result)
    return (
      <Page width="measure" title={t("doneTitle")}>
        <ImportDone slug={organization.slug} result={preview.result} />
      </Page>
    );
  return (
    <Page width="measure" title={t("previewTitle")} lead={t("previewLead", { name: preview.source.name })}>
      <PreviewForm organization={organization} preview={preview} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
