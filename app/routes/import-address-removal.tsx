import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { forgetCalendar } from "~/features/imports/commands.server";
import { ForgettingForm } from "~/features/imports/forgetting-form";
import { getCalendar } from "~/features/imports/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { name } = await getCalendar(asked.context.db, organization.id, uuidParam(asked.params.id));
  return {
    title: translatorFor(asked.context.locale)("imports.forgetTitle"),
    back: `/o/${organization.slug}/import`,
    name,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressSchema, async () => {
    await forgetCalendar(asked.context.db, organization.id, id);
    return redirect(`/o/${organization.slug}/import`);
  });
}

export default function ImportAddressRemoval() {
  const t = useTranslations("imports");
  const { back, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("forgetTitle")} lead={t("forgetLead")}>
      <p className="mb-6 rounded-md border border-line bg-surface p-4 text-lg font-semibold wrap-anywhere">{name}</p>
      <ForgettingForm back={back} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
