import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { calendarAt } from "~/features/imports/asked-calendar.server";
import { beginReading, draftImport } from "~/features/imports/commands.server";
import { getCalendar } from "~/features/imports/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { name } = await getCalendar(asked.context.db, organization.id, uuidParam(asked.params.id));
  return {
    title: translatorFor(asked.context.locale)("imports.readAgainTitle"),
    back: `/o/${organization.slug}/import`,
    name,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db } = asked.context;
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressSchema, async () => {
    const read = await calendarAt(await beginReading(db, organization.id, id));
    if ("reply" in read) return data(read.reply, 422);
    return redirect(`/o/${organization.slug}/import/${await draftImport(db, organization.id, read)}`);
  });
}

export default function ImportAddressReading() {
  const t = useTranslations("imports");
  const { back, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("readAgainTitle")} lead={t("readAgainLead", { name })}>
      <ConfirmationForm reply={reply} variant="primary" label={t("readAgain")} back={back} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
