import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { CollectingForm } from "~/features/resources/handing-out/collecting-form";
import { collectService } from "~/features/resources/handing-out/commands.server";
import { getCollecting } from "~/features/resources/handing-out/queries.server";
import { collectingFormSchema } from "~/features/resources/handing-out/schema";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const id = uuidParam(asked.params.service);
  if (!can("resources.write")) throw refusal({ key: "not_allowed" }, 403);
  return {
    title: translatorFor(asked.context.locale)("handingOut.collectTitle"),
    organization,
    collecting: await getCollecting(asked.context.db, organization.id, id),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.service);
  return submit(asked.request, collectingFormSchema, async (input) => {
    await collectService(asked.context.db, organization.id, id, input);
    return redirect(`/collections/${input.collection_id}`);
  });
}

export default function ResourceCollecting() {
  const t = useTranslations("handingOut");
  const { organization, collecting } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const name = pickText(collecting.name, useLocale());

  return (
    <Page width="measure" title={t("collectTitle")}>
      <p lang={name.lang} className="mb-6 rounded-md border border-line bg-surface p-4 text-lg font-semibold">
        {name.text}
      </p>
      <CollectingForm organization={organization} collecting={collecting} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
