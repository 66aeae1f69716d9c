import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { takeBackAsk } from "~/features/actions/items/commands.server";
import { ItemSummary } from "~/features/actions/items/item-summary";
import { getOwnItem } from "~/features/actions/items/own-item.server";
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
  const { organization, stored } = await getOwnItem(asked);
  const id = uuidParam(asked.params.asked);
  const part = stored.parts.find((one) => one.organization.id === id && id !== organization.id);
  if (!part && !stored.asked_and_left.includes(id)) throw refusal({ key: "not_found" }, 404);
  const title = translatorFor(asked.context.locale)("items.takeBackTitle");
  return { title, organization, stored, from: part?.organization ?? null };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressSchema, async () => {
    await takeBackAsk(asked.context.db, organization.id, id, uuidParam(asked.params.asked));
    return redirect(`/items/${id}?saved=withdrawn`);
  });
}

export default function ItemAskWithdrawal() {
  const t = useTranslations("items");
  const locale = useLocale();
  const { organization, stored, from } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page
      width="measure"
      title={t("takeBackTitle")}
      lead={from ? t("takeBackLead", { organization: shortNameOf(from, locale) }) : t("takeBackLeadOfWhoLeft")}
    >
      <ItemSummary item={stored} />
      <ConfirmationForm
        reply={reply}
        variant="danger"
        label={t("takeBackAs", { organization: shortNameOf(organization, locale) })}
        back={`/items/${stored.id}`}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
