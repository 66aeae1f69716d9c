import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { removeEntry } from "~/features/resources/handing-out/commands.server";
import { getOwnCollection } from "~/features/resources/handing-out/queries.server";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { refusal } from "~/platform/refusal";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const [id, serviceId] = [uuidParam(asked.params.collection), uuidParam(asked.params.service)];
  const { entries } = await getOwnCollection(db, organization.slug, id);
  const entry = entries.find(({ service }) => service.id === serviceId);
  if (!entry) throw refusal({ key: "not_found" }, 404);
  return {
    title: translatorFor(locale)("handingOut.removeEntryTitle"),
    organization,
    back: `/o/${organization.slug}/collections/${id}/order`,
    name: pickText(entry.service.name, locale),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const [id, serviceId] = [uuidParam(asked.params.collection), uuidParam(asked.params.service)];
  return submit(asked.request, pressSchema, async () => {
    await removeEntry(asked.context.db, organization.id, id, serviceId);
    return redirect(`/collections/${id}`);
  });
}

export default function CollectionEntryRemoval() {
  const t = useTranslations("handingOut");
  const { organization, back, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const by = shortNameOf(organization, useLocale());

  return (
    <Page width="measure" title={t("removeEntryTitle")} lead={t("removeEntryLead")}>
      <p lang={name.lang} className="mb-6 rounded-md border border-line bg-surface p-4 text-lg font-semibold">
        {name.text}
      </p>
      <ConfirmationForm reply={reply} variant="danger" label={t("removeEntry", { organization: by })} back={back} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
