import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import {
  isForSeveral,
  reviseGathering,
  reviseHostedGathering,
  reviseSeries,
} from "~/features/gatherings/commands.server";
import { GatheringForm } from "~/features/gatherings/gathering-form";
import { GatheringTitle } from "~/features/gatherings/gathering-title";
import { mergedEdits, readBase } from "~/features/gatherings/merged-edits";
import { getSharedGathering, getStoredGathering } from "~/features/gatherings/queries.server";
import { repetitionValues } from "~/features/gatherings/repeating/repetition-values";
import { revisedGatheringSchema } from "~/features/gatherings/schema";
import { StoredNow } from "~/features/gatherings/stored-now";
import { hostValues, storedValues } from "~/features/gatherings/stored-values";
import { messagesOf } from "~/i18n/messages.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { one, versionSeen } from "~/platform/form-values";
import { uuidParam } from "~/platform/params";
import { listTimeZones } from "~/platform/time-zones.server";
import { listZoneChoices } from "~/platform/zone-choices";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const id = uuidParam(asked.params.id);
  const [stored, zones] = await Promise.all([getSharedGathering(db, organization.id, id), listTimeZones()]);
  const values = storedValues(stored, locale, messagesOf(locale).language);
  return {
    title: translatorFor(locale)("gatherings.editTitle"),
    organization,
    stored,
    initial: stored.owner ? hostValues(values) : { ...values, ...repetitionValues(stored.series) },
    zones: listZoneChoices(zones, [organization.time_zone, stored.time_zone], locale),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, revisedGatheringSchema, async (input) => {
    const { db, locale, now } = asked.context;
    if (input.acting === "host") await reviseHostedGathering(db, organization.id, id, input);
    else if (!isForSeveral(input)) await reviseGathering(db, organization.id, id, input);
    else {
      const stored = await getStoredGathering(db, organization.id, id);
      await reviseSeries(db, organization.id, {
        input,
        stored,
        now,
        reason: translatorFor(locale)("repeating.reasonLeft"),
      });
    }
    return redirect(`/gatherings/${id}`);
  });
}

/** Somebody else's newer version is read again, to be shown beside what was typed. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function GatheringCard() {
  const t = useTranslations("gatherings");
  const { organization, stored, initial, zones } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  const told = reply?.refusal?.key === "changed_meanwhile" && one(reply.values.seen_version) !== String(stored.version);
  const base = readBase(one(reply?.values.base), initial);
  const edits = { base, typed: reply?.values ?? {}, stored: initial };

  return (
    <Page title={t("editTitle")} above={<GatheringTitle card={stored} />}>
      <GatheringForm
        organization={organization}
        fellows={stored.fellows}
        zones={zones}
        initial={initial}
        reply={told ? { ...reply, values: mergedEdits(edits) } : reply}
        carried={{ name: "seen_version", value: versionSeen(reply, stored) }}
        base={JSON.stringify(told ? initial : base)}
        back={`/gatherings/${stored.id}`}
        state={stored.state}
        gathering={stored.id}
        hosts={stored.hosts.filter(({ state }) => state !== "declined").map((hosting) => hosting.organization)}
        owner={stored.owner}
        published={stored.detail?.audience === "everyone"}
        {...(stored.owner || stored.series?.over ? {} : { repeats: stored.series !== null })}
        notice={told ? <StoredNow {...edits} organization={organization} fellows={stored.fellows} /> : null}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
