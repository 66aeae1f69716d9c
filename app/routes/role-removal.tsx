import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { ScopeChoice } from "~/features/gatherings/repeating/scope-choice";
import { removeRole } from "~/features/gatherings/volunteers/commands.server";
import { getVolunteerPage, roleOf } from "~/features/gatherings/volunteers/queries.server";
import { roleRemovalSchema } from "~/features/gatherings/volunteers/schema";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const page = await getVolunteerPage(asked.context.db, organization.id, uuidParam(asked.params.id));
  const role = roleOf(page, uuidParam(asked.params.role));
  if (!page.writes) throw refusal({ key: "not_allowed" }, 403);
  const title = translatorFor(asked.context.locale)("volunteers.removeTitle");
  return { title, organization, gathering: page.gathering, repeats: page.repeats, role };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const [id, role] = [uuidParam(asked.params.id), uuidParam(asked.params.role)];
  return submit(asked.request, roleRemovalSchema, async (input) => {
    await removeRole(asked.context.db, organization.id, role, input);
    return redirect(`/o/${organization.slug}/gatherings/${id}/roles`);
  });
}

export default function RoleRemoval() {
  const t = useTranslations("volunteers");
  const locale = useLocale();
  const { organization, gathering, repeats, role } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("removeTitle")} lead={t("removeLead", { role: pickText(role.name, locale).text })}>
      <GatheringSummary gathering={gathering} />
      <ConfirmationForm
        reply={reply}
        variant="danger"
        label={t("removeAs", { organization: shortNameOf(organization, locale) })}
        back={`/o/${organization.slug}/gatherings/${gathering.id}/roles`}
      >
        {repeats ? <ScopeChoice asking="whichScope" /> : null}
      </ConfirmationForm>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
