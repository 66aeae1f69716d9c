import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import type { Db } from "~/platform/supabase.server";
import { settleDisagreement } from "./commands.server";
import { getChanges } from "./queries.server";
import { settlementSchema } from "./schema";

/** Loads what a page shows on which a disagreement is settled. */
export const settlementLoader = (title: "acceptTitle" | "declineTitle") => async (asked: LoaderFunctionArgs) => {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.service);
  return {
    title: translatorFor(asked.context.locale)(`truth.${title}`),
    ...(await getDisagreement(asked.context.db, organization.id, id, whichDisagreement(asked.request))),
    back: `/o/${organization.slug}/resources/${id}/suggestions`,
  };
};

/** Settles a disagreement: takes what the other source says, or leaves the service as it is. */
export const settlementAction = (take: boolean) => async (asked: ActionFunctionArgs) => {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.service);
  const which = whichDisagreement(asked.request);
  return submit(asked.request, settlementSchema, async ({ seen }) => {
    await settleDisagreement(asked.context.db, organization.id, id, { ...which, take, seen });
    return redirect(`/o/${organization.slug}/resources/${id}/suggestions?done=settled`);
  });
};

/** Which disagreement the address names. */
function whichDisagreement(request: Request): { field: string; source: string } {
  const { searchParams } = new URL(request.url);
  return {
    field: (searchParams.get("field") ?? "").slice(0, 40),
    source: (searchParams.get("source") ?? "").slice(0, 120),
  };
}

/** What another source says, beside what the service says now, for its owner. */
async function getDisagreement(
  db: Db,
  organizationId: string,
  serviceId: string,
  which: { field: string; source: string },
) {
  const { members, facts, version } = await getChanges(db, organizationId, serviceId);
  const found = members?.disagreements.find(({ field, source }) => field === which.field && source === which.source);
  if (!found || version === null) throw refusal({ key: "not_found" }, 404);
  return { field: found.field, source: found.source, theirs: found.theirs, now: facts[found.field]?.now, version };
}
