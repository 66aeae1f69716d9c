import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { valuesFromCalendar } from "~/features/gatherings/calendar/values-from-calendar";
import { scheduleGathering } from "~/features/gatherings/commands.server";
import { newValues } from "~/features/gatherings/form-values";
import { GatheringForm } from "~/features/gatherings/gathering-form";
import { getNewGathering } from "~/features/gatherings/queries.server";
import { newGatheringSchema } from "~/features/gatherings/schema";
import { FilledIn } from "~/features/gatherings/templates/filled-in";
import { likeValues, readLike } from "~/features/gatherings/templates/like-values";
import { nextDayLike } from "~/features/gatherings/templates/next-day-like";
import { TemplateChoice } from "~/features/gatherings/templates/template-choice";
import { messagesOf } from "~/i18n/messages.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { one } from "~/platform/form-values";
import { refusal } from "~/platform/refusal";
import { todayIn } from "~/platform/time";
import { listTimeZones } from "~/platform/time-zones.server";
import { listZoneChoices } from "~/platform/zone-choices";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  if (!can("gatherings.write")) throw refusal({ key: "not_allowed" }, 403);
  const { db, locale, now } = asked.context;
  const search = new URL(asked.request.url).searchParams;
  const wanted = readLike(search);
  const [page, zones] = await Promise.all([getNewGathering(db, organization.id, wanted), listTimeZones()]);
  const { fellows, templates, like } = page;
  const today = todayIn(like?.time_zone ?? organization.time_zone, now);
  const on = wanted.gathering && like?.starts_local ? nextDayLike(like.starts_local.slice(0, 10), today) : undefined;
  const reading = { on, organization, locale, names: messagesOf(locale).language };
  return {
    title: translatorFor(locale)("gatherings.newTitle"),
    ...{ organization, fellows, templates },
    like: like && { title: like.title },
    wanted,
    initial: { ...(like ? likeValues(like, reading) : newValues(organization)), ...valuesFromCalendar(search) },
    zones: listZoneChoices(zones, [organization.time_zone, like?.time_zone ?? organization.time_zone], locale),
    submission_id: randomUUID(),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  return submit(asked.request, newGatheringSchema, async (input) => {
    const { id } = await scheduleGathering(asked.context.db, organization.id, input, asked.context.now);
    return redirect(`/gatherings/${id}`);
  });
}

export default function NewGathering() {
  const t = useTranslations("gatherings");
  const { organization, fellows, templates, like, wanted, initial, zones, submission_id } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={t("newTitle")}>
      <TemplateChoice slug={organization.slug} templates={templates} chosen={wanted.template} />
      <GatheringForm
        key={wanted.gathering ?? wanted.template}
        organization={organization}
        fellows={fellows}
        zones={zones}
        initial={initial}
        reply={reply}
        carried={{ name: "submission_id", value: one(reply?.values.submission_id) ?? submission_id }}
        notice={<FilledIn like={like} template={templates.find(({ id }) => id === wanted.template)} />}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
