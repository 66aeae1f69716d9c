import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { askCoreMembers } from "~/features/actions/items/commands.server";
import { ItemSummary } from "~/features/actions/items/item-summary";
import { getOwnItem } from "~/features/actions/items/own-item.server";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, stored } = await getOwnItem(asked);
  return { title: translatorFor(asked.context.locale)("items.askCoreTitle"), organization, stored };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressSchema, async () => {
    const newly = await askCoreMembers(asked.context.db, organization.id, id);
    return redirect(`/items/${id}?saved=${newly > 0 ? "asked" : "nobodyLeft"}`);
  });
}

export default function ItemCoreAsking() {
  const t = useTranslations("items");
  const { organization, stored } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const by = { organization: shortNameOf(organization, useLocale()) };

  return (
    <Page width="measure" title={t("askCoreTitle")} lead={t("askCoreLead")}>
      <ItemSummary item={stored} />
      <ConfirmationForm reply={reply} variant="primary" label={t("askCoreAs", by)} back={`/items/${stored.id}`} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
