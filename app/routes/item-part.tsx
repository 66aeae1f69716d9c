import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { savePart } from "~/features/actions/items/commands.server";
import { ItemSummary } from "~/features/actions/items/item-summary";
import { getOwnPart } from "~/features/actions/items/own-item.server";
import { PartForm } from "~/features/actions/items/part-form";
import { PartNow } from "~/features/actions/items/part-now";
import { partFormSchema } from "~/features/actions/items/schema";
import { RegistrationWarning } from "~/features/gatherings/registration-warning";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, page } = await getOwnPart(asked);
  const { slug, display_name, short_name, korean_name } = organization;
  return {
    title: translatorFor(asked.context.locale)("items.part"),
    organization: { slug, display_name, short_name, korean_name },
    page,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, partFormSchema, async (input) => {
    await savePart(asked.context.db, organization.id, id, input);
    return redirect(`/items/${id}?saved=part`);
  });
}

/** Somebody else's newer version is read again, to be shown beside what was typed. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function ItemPart() {
  const t = useTranslations("items");
  const locale = useLocale();
  const { organization, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const by = { organization: shortNameOf(organization, locale) };

  return (
    <Page width="measure" title={t("ownPart", by)} lead={t("partLead", by)}>
      <ItemSummary item={page} />
      {page.about_registration ? (
        <div className="mb-6">
          <RegistrationWarning compact />
        </div>
      ) : null}
      {reply?.refusal?.key === "part_changed_meanwhile" ? <PartNow page={page} /> : null}
      <PartForm page={page} organization={organization} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
