import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { reviseItem } from "~/features/actions/items/commands.server";
import { ItemForm } from "~/features/actions/items/item-form";
import { ItemNow } from "~/features/actions/items/item-now";
import { ItemTitle } from "~/features/actions/items/item-title";
import { getOwnItem } from "~/features/actions/items/own-item.server";
import { revisedItemFormSchema } from "~/features/actions/items/schema";
import { storedItemValues } from "~/features/actions/items/stored-values";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { versionSeen } from "~/platform/form-values";
import { uuidParam } from "~/platform/params";
import { listTimeZones } from "~/platform/time-zones.server";
import { listZoneChoices } from "~/platform/zone-choices";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { locale } = asked.context;
  const [{ organization, stored }, zones] = await Promise.all([getOwnItem(asked), listTimeZones()]);
  const { campaign, campaigns } = stored;
  return {
    title: translatorFor(locale)("items.editTitle"),
    ...{ organization, stored },
    campaigns: campaign && !campaigns.some(({ id }) => id === campaign.id) ? [campaign, ...campaigns] : campaigns,
    initial: storedItemValues(stored, locale),
    zones: listZoneChoices(zones, [organization.time_zone, stored.time_zone], locale),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, revisedItemFormSchema, async (input) => {
    await reviseItem(asked.context.db, organization.id, id, input);
    return redirect(`/items/${id}?saved=made`);
  });
}

/** Somebody else's newer version is read again, to be shown beside what was typed. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function ItemCardRoute() {
  const t = useTranslations("items");
  const { organization, stored, campaigns, initial, zones } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={t("editTitle")} above={<ItemTitle item={stored} />}>
      <ItemForm
        organization={organization}
        zones={zones}
        campaigns={campaigns}
        initial={initial}
        reply={reply}
        carried={{ name: "seen_version", value: versionSeen(reply, stored) }}
        back={`/items/${stored.id}`}
        notice={reply?.refusal?.key === "item_changed_meanwhile" ? <ItemNow stored={stored} /> : null}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
