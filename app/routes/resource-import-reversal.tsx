import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { undoImport } from "~/features/resources/exchange/commands.server";
import { getImport } from "~/features/resources/exchange/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const { id, source } = await getImport(db, organization.id, uuidParam(asked.params.import));
  return {
    title: translatorFor(locale)("exchange.undoTitle"),
    back: `/o/${organization.slug}/resources/import/${id}`,
    name: source.name,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.import);
  return submit(asked.request, pressSchema, async () => {
    await undoImport(asked.context.db, organization.id, id);
    return redirect(`/o/${organization.slug}/resources/import/${id}`);
  });
}

export default function ResourceImportReversal() {
  const t = useTranslations("exchange");
  const { back, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("undoTitle")} lead={t("undoLead")}>
      <p className="mb-6 rounded-md border border-line bg-surface p-4 text-lg font-semibold wrap-anywhere">{name}</p>
      <ConfirmationForm reply={reply} variant="danger" label={t("undo")} back={back} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
