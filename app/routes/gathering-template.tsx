import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { getStoredGathering } from "~/features/gatherings/queries.server";
import { keepTemplate } from "~/features/gatherings/templates/commands.server";
import { templateSchema } from "~/features/gatherings/templates/schema";
import { TemplateForm } from "~/features/gatherings/templates/template-form";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const { fellows, detail, notes, ...stored } = await getStoredGathering(
    db,
    organization.id,
    uuidParam(asked.params.id),
  );
  return {
    title: translatorFor(locale)("templates.keepTitle"),
    name: pickText(stored.title, locale).text.slice(0, 80),
    organization,
    stored,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, templateSchema, async (input) => {
    await keepTemplate(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/templates`);
  });
}

export default function GatheringTemplate() {
  const t = useTranslations("templates");
  const { organization, stored, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("keepTitle")} lead={t("keepLead")}>
      <GatheringSummary gathering={stored} />
      <TemplateForm organization={organization} name={name} back={`/gatherings/${stored.id}`} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
