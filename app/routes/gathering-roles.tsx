import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { addRole } from "~/features/gatherings/volunteers/commands.server";
import { getVolunteerPage } from "~/features/gatherings/volunteers/queries.server";
import { RoleCard } from "~/features/gatherings/volunteers/role-card";
import { RoleForm } from "~/features/gatherings/volunteers/role-form";
import { roleSchema } from "~/features/gatherings/volunteers/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const page = await getVolunteerPage(asked.context.db, organization.id, uuidParam(asked.params.id));
  return { title: translatorFor(asked.context.locale)("volunteers.title"), organization, page };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, roleSchema, async (input) => {
    await addRole(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/gatherings/${id}/roles`);
  });
}

export default function GatheringRoles() {
  const t = useTranslations("volunteers");
  const { organization, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const base = `/o/${organization.slug}/gatherings/${page.gathering.id}`;

  return (
    <Page width="measure" title={t("title")} lead={t("lead")}>
      <GatheringSummary gathering={page.gathering} />
      {page.roles.length === 0 ? (
        <EmptyState title={t("none")}>{t(page.writes ? "noneWrite" : "noneRead")}</EmptyState>
      ) : null}
      {page.roles.map((role) => (
        <RoleCard key={role.id} role={role} page={page} organization={organization} base={base} />
      ))}
      {page.writes ? (
        <section aria-label={t("add")} className="mt-8 border-t border-line pt-6">
          <h2 className="mb-4 text-xl font-bold">{t("add")}</h2>
          <RoleForm key={page.roles.length} organization={organization} repeats={page.repeats} reply={reply} />
        </section>
      ) : null}
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
