import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { removeTemplate } from "~/features/gatherings/templates/commands.server";
import { getTemplate } from "~/features/gatherings/templates/queries.server";
import { TemplateRemovalForm } from "~/features/gatherings/templates/template-removal-form";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const template = await getTemplate(asked.context.db, organization.id, uuidParam(asked.params.id));
  return { title: translatorFor(asked.context.locale)("templates.removeTitle"), organization, template };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressSchema, async () => {
    await removeTemplate(asked.context.db, organization.id, id);
    return redirect(`/o/${organization.slug}/templates`);
  });
}

export default function TemplateRemoval() {
  const t = useTranslations("templates");
  const { organization, template } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("removeTitle")} lead={t("removeLead")}>
      <p className="mb-6 rounded-md border border-line bg-surface p-4 text-lg font-semibold">{template.name}</p>
      <TemplateRemovalForm organization={organization} back={`/o/${organization.slug}/templates`} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
