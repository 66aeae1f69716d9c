import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { moveEntry } from "~/features/resources/handing-out/commands.server";
import { EntryOrder } from "~/features/resources/handing-out/entry-order";
import { getOwnCollection } from "~/features/resources/handing-out/queries.server";
import { moveSchema } from "~/features/resources/handing-out/schema";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const { id, entries } = await getOwnCollection(db, organization.slug, uuidParam(asked.params.collection));
  return {
    title: translatorFor(locale)("handingOut.orderTitle"),
    id,
    base: `/o/${organization.slug}/collections/${id}`,
    entries: entries.map(({ service }) => ({ id: service.id, name: pickText(service.name, locale) })),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.collection);
  return submit(asked.request, moveSchema, async (input) => {
    await moveEntry(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/collections/${id}/order`);
  });
}

export default function CollectionOrder() {
  const t = useTranslations("handingOut");
  const { id, base, entries } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const back = (
    <LinkButton to={`/collections/${id}`} variant="quiet">
      {t("backToCollection")}
    </LinkButton>
  );

  return (
    <Page width="measure" title={t("orderTitle")} lead={t("orderLead")} actions={back}>
      <EntryOrder base={base} entries={entries} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
