import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { CollectionForm } from "~/features/resources/handing-out/collection-form";
import { makeCollection } from "~/features/resources/handing-out/commands.server";
import { newCollectionSchema } from "~/features/resources/handing-out/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { one } from "~/platform/form-values";
import { refusal } from "~/platform/refusal";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  if (!can("resources.write")) throw refusal({ key: "not_allowed" }, 403);
  const title = translatorFor(asked.context.locale)("handingOut.newCollectionTitle");
  return { title, organization, submission_id: randomUUID() };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  return submit(asked.request, newCollectionSchema, async (input) => {
    const { id } = await makeCollection(asked.context.db, organization.id, input);
    return redirect(`/collections/${id}`);
  });
}

export default function NewCollection() {
  const t = useTranslations("handingOut");
  const { organization, submission_id } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("newCollectionTitle")}>
      <CollectionForm
        organization={organization}
        hidden={{ name: "submission_id", value: one(reply?.values.submission_id) ?? submission_id }}
        back={`/o/${organization.slug}/collections`}
        reply={reply}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
