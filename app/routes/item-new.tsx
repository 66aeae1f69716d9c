import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { makeItem } from "~/features/actions/items/commands.server";
import { FormAsking } from "~/features/actions/items/form-asking";
import { ItemForm } from "~/features/actions/items/item-form";
import { getNewItem } from "~/features/actions/items/queries.server";
import { newItemFormSchema } from "~/features/actions/items/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { one } from "~/platform/form-values";
import { refusal } from "~/platform/refusal";
import { listTimeZones } from "~/platform/time-zones.server";
import { listZoneChoices } from "~/platform/zone-choices";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  if (!can("actions.write")) throw refusal({ key: "not_allowed" }, 403);
  const { db, locale } = asked.context;
  const { searchParams } = new URL(asked.request.url);
  const [{ coalitions, campaigns }, zones] = await Promise.all([getNewItem(db, organization.id), listTimeZones()]);
  return {
    title: translatorFor(locale)("items.newTitle"),
    ...{ organization, coalitions, campaigns },
    initial: {
      ...{ audience: "named", time_zone: organization.time_zone },
      campaign_id: campaigns.find(({ id }) => id === searchParams.get("campaign"))?.id,
      coalition_id: coalitions.find(({ slug }) => slug === searchParams.get("coalition"))?.id,
    },
    zones: listZoneChoices(zones, [organization.time_zone], locale),
    submission_id: randomUUID(),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  return submit(asked.request, newItemFormSchema, async (input) => {
    const { id } = await makeItem(asked.context.db, organization.id, input);
    return redirect(`/items/${id}?saved=made`);
  });
}

export default function NewItem() {
  const t = useTranslations("items");
  const { organization, coalitions, campaigns, initial, zones, submission_id } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={t("newTitle")} lead={t("newLead")}>
      <ItemForm
        organization={organization}
        zones={zones}
        campaigns={campaigns}
        initial={initial}
        reply={reply}
        carried={{ name: "submission_id", value: one(reply?.values.submission_id) ?? submission_id }}
        back={`/o/${organization.slug}/items`}
        asking={<FormAsking coalitions={coalitions} chosen={initial.coalition_id} />}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
