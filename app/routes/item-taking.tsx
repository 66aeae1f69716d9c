import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { takePart } from "~/features/actions/items/commands.server";
import { ItemSummary } from "~/features/actions/items/item-summary";
import { getItem } from "~/features/actions/items/queries.server";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { refusal } from "~/platform/refusal";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const item = await getItem(asked.context.db, uuidParam(asked.params.id));
  if (!can("actions.write")) throw refusal({ key: "not_allowed" }, 403);
  return { title: translatorFor(asked.context.locale)("items.takeTitle"), organization, item };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressSchema, async () => {
    await takePart(asked.context.db, organization.id, id);
    return redirect(`/items/${id}?saved=taken`);
  });
}

export default function ItemTaking() {
  const t = useTranslations("items");
  const { organization, item } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const by = { organization: shortNameOf(organization, useLocale()) };

  return (
    <Page width="measure" title={t("takeTitle")} lead={t("takeLead")}>
      <ItemSummary item={item} />
      <ConfirmationForm reply={reply} variant="primary" label={t("takeAs", by)} back={`/items/${item.id}`} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
