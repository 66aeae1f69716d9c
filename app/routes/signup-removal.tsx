import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { removeSignup } from "~/features/gatherings/signups/commands.server";
import { getGatheringSignups } from "~/features/gatherings/signups/queries.server";
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
  const [id, signup] = [uuidParam(asked.params.id), uuidParam(asked.params.signup)];
  const { people } = await getGatheringSignups(asked.context.db, organization.id, id);
  const person = people.find((one) => one.id === signup && one.is_ours);
  if (!person) throw refusal({ key: "not_found" }, 404);
  if (!can("gatherings.write")) throw refusal({ key: "not_allowed" }, 403);
  const title = translatorFor(asked.context.locale)("signups.removeTitle", { name: person.name });
  return { title, back: `/o/${organization.slug}/gatherings/${id}/signups` };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const [id, signup] = [uuidParam(asked.params.id), uuidParam(asked.params.signup)];
  return submit(asked.request, pressSchema, async () => {
    await removeSignup(asked.context.db, organization.id, signup);
    return redirect(`/o/${organization.slug}/gatherings/${id}/signups`);
  });
}

export default function SignupRemoval() {
  const t = useTranslations("signups");
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
