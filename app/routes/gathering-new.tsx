import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { valuesFromCalendar } from "~/features/gatherings/calendar/values-from-calendar";
import { scheduleGathering } from "~/features/gatherings/commands.server";
import { newValues, one } from "~/features/gatherings/form-values";
import { GatheringForm } from "~/features/gatherings/gathering-form";
import { getNewGathering } from "~/features/gatherings/queries.server";
import { newGatheringSchema } from "~/features/gatherings/schema";
import { listZoneChoices } from "~/features/gatherings/time-zones";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { refusal } from "~/platform/refusal";
import { listTimeZones } from "~/platform/time-zones.server";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  if (!can("gatherings.write")) throw refusal({ key: "not_allowed" }, 403);
  const { db, locale } = asked.context;
  const [{ fellows }, zones] = await Promise.all([getNewGathering(db, organization.id, {}), listTimeZones()]);
  return {
    title: translatorFor(locale)("gatherings.newTitle"),
    organization,
    fellows,
    zones: listZoneChoices(zones, [organization.time_zone], locale),
    submission_id: randomUUID(),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  return submit(asked.request, newGatheringSchema, async (input) => {
    const { id } = await scheduleGathering(asked.context.db, organization.id, input);
    return redirect(`/gatherings/${id}`);
  });
}

export default function NewGathering() {
  const t = useTranslations("gatherings");
  const { organization, fellows, zones, submission_id } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();

  return (
    <Page title={t("newTitle")}>
      <GatheringForm
        organization={organization}
        fellows={fellows}
        zones={zones}
        initial={{ ...newValues(organization), ...valuesFromCalendar(search) }}
        reply={reply}
        carried={{ name: "submission_id", value: one(reply?.values.submission_id) ?? submission_id }}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
