import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { takePlace } from "~/features/gatherings/volunteers/commands.server";
import { getVolunteerPage, roleOf } from "~/features/gatherings/volunteers/queries.server";
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
  const page = await getVolunteerPage(asked.context.db, organization.id, uuidParam(asked.params.id));
  const role = roleOf(page, uuidParam(asked.params.role));
  const title = translatorFor(asked.context.locale)("volunteers.takeTitle");
  return { title, organization, gathering: page.gathering, role };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const [id, role] = [uuidParam(asked.params.id), uuidParam(asked.params.role)];
  return submit(asked.request, pressSchema, async () => {
    await takePlace(asked.context.db, organization.id, role);
    return redirect(`/o/${organization.slug}/gatherings/${id}/roles`);
  });
}

export default function RolePlace() {
  const t = useTranslations("volunteers");
  const locale = useLocale();
  const { organization, gathering, role } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("takeTitle")} lead={pickText(role.name, locale).text}>
      <GatheringSummary gathering={gathering} />
      <ConfirmationForm
        reply={reply}
        variant="primary"
        label={t("takeAs", { organization: shortNameOf(organization, locale) })}
        back={`/o/${organization.slug}/gatherings/${gathering.id}/roles`}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
