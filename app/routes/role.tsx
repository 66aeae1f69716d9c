import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { changeRole } from "~/features/gatherings/volunteers/commands.server";
import { getVolunteerPage, roleOf } from "~/features/gatherings/volunteers/queries.server";
import { RoleForm } from "~/features/gatherings/volunteers/role-form";
import { roleSchema } from "~/features/gatherings/volunteers/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const page = await getVolunteerPage(asked.context.db, organization.id, uuidParam(asked.params.id));
  const role = roleOf(page, uuidParam(asked.params.role));
  if (!page.writes) throw refusal({ key: "not_allowed" }, 403);
  const title = translatorFor(asked.context.locale)("volunteers.changeTitle");
  return { title, organization, gathering: page.gathering, repeats: page.repeats, role };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const [id, role] = [uuidParam(asked.params.id), uuidParam(asked.params.role)];
  return submit(asked.request, roleSchema, async (input) => {
    await changeRole(asked.context.db, organization.id, role, input);
    return redirect(`/o/${organization.slug}/gatherings/${id}/roles`);
  });
}

export default function Role() {
  const t = useTranslations("volunteers");
  const { organization, gathering, repeats, role } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const back = `/o/${organization.slug}/gatherings/${gathering.id}/roles`;

  return (
    <Page width="measure" title={t("changeTitle")}>
      <GatheringSummary gathering={gathering} />
      <RoleForm organization={organization} role={role} repeats={repeats} back={back} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
