import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { CollectionForm } from "~/features/resources/handing-out/collection-form";
import { reviseCollection } from "~/features/resources/handing-out/commands.server";
import { getOwnCollection } from "~/features/resources/handing-out/queries.server";
import { revisedCollectionSchema } from "~/features/resources/handing-out/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { versionSeen } from "~/platform/form-values";
import { uuidParam } from "~/platform/params";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { entries, ...stored } = await getOwnCollection(
    asked.context.db,
    organization.slug,
    uuidParam(asked.params.collection),
  );
  return { title: translatorFor(asked.context.locale)("handingOut.editTitle"), organization, stored };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.collection);
  return submit(asked.request, revisedCollectionSchema, async (input) => {
    await reviseCollection(asked.context.db, organization.id, id, input);
    return redirect(`/collections/${id}`);
  });
}

/** Somebody else's newer version is read again, so that the next answer is about that one. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function CollectionCard() {
  const t = useTranslations("handingOut");
  const { organization, stored } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("editTitle")}>
      <CollectionForm
        organization={organization}
        stored={stored}
        hidden={{ name: "seen_version", value: versionSeen(reply, stored) }}
        back={`/collections/${stored.id}`}
        reply={reply}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
