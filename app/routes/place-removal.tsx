import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { leavePlace } from "~/features/gatherings/volunteers/commands.server";
import { getVolunteerPage, placeOf, roleOf } from "~/features/gatherings/volunteers/queries.server";
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
  const place = placeOf(page, uuidParam(asked.params.place));
  const title = translatorFor(asked.context.locale)("volunteers.leaveTitle");
  return { title, organization, gathering: page.gathering, role, place };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const [id, place] = [uuidParam(asked.params.id), uuidParam(asked.params.place)];
  return submit(asked.request, pressSchema, async () => {
    await leavePlace(asked.context.db, organization.id, place);
    return redirect(`/o/${organization.slug}/gatherings/${id}/roles`);
  });
}

export default function PlaceRemoval() {
  const t = useTranslations("volunteers");
  const locale = useLocale();
  const { organization, gathering, role, place } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("leaveTitle")} lead={t("leaveLead", { role: pickText(role.name, locale).text })}>
      <GatheringSummary gathering={gathering} />
      <ConfirmationForm
        reply={reply}
        variant="danger"
        label={place.mine ? t("leave") : t("free", { person: place.person })}
        back={`/o/${organization.slug}/gatherings/${gathering.id}/roles`}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
