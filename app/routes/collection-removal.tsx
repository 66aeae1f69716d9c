import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { discardCollection } from "~/features/resources/handing-out/commands.server";
import { getOwnCollection } from "~/features/resources/handing-out/queries.server";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const { id, name } = await getOwnCollection(db, organization.slug, uuidParam(asked.params.collection));
  return {
    title: translatorFor(locale)("handingOut.discardTitle"),
    organization,
    back: `/collections/${id}`,
    name: pickText(name, locale),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.collection);
  return submit(asked.request, pressSchema, async () => {
    await discardCollection(asked.context.db, organization.id, id);
    return redirect(`/o/${organization.slug}/collections`);
  });
}

export default function CollectionRemoval() {
  const t = useTranslations("handingOut");
  const { organization, back, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const by = shortNameOf(organization, useLocale());

  return (
    <Page width="measure" title={t("discardTitle")} lead={t("discardLead")}>
      <p lang={name.lang} className="mb-6 rounded-md border border-line bg-surface p-4 text-lg font-semibold">
        {name.text}
      </p>
      <ConfirmationForm reply={reply} variant="danger" label={t("discardAs", { organization: by })} back={back} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
