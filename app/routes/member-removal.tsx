import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { removeMember } from "~/features/members/commands.server";
import { getMember } from "~/features/members/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { refusal } from "~/platform/refusal";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const member = await getMember(asked.context.db, organization.id, uuidParam(asked.params.id));
  if (!can("members.write")) throw refusal({ key: "not_allowed" }, 403);
  const title = translatorFor(asked.context.locale)("members.removeTitle", { name: member.display_name });
  return { title, back: `/o/${organization.slug}/members` };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressSchema, async () => {
    await removeMember(asked.context.db, organization.id, id);
    return redirect(`/o/${organization.slug}/members?saved=removal`);
  });
}

export default function MemberRemoval() {
  const t = useTranslations("members");
  const { title, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={title} lead={t("removeLead")}>
      <ConfirmationForm reply={reply} variant="danger" label={t("remove")} back={back} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
