import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireOrganization } from "~/platform/actor.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { getOrganizationTotal, getStoredMetric } from "./queries.server";

/** The count in the address, for the form of its lead's people. Who may not change it is told so, if it is theirs. */
export async function getOwnMetric(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { db } = asked.context;
  const id = uuidParam(asked.params.metric);
  if (can("actions.write")) return { organization, stored: await getStoredMetric(db, organization.id, id) };
  const { is_lead } = await getOrganizationTotal(db, organization.id, id);
  throw is_lead ? refusal({ key: "not_allowed" }, 403) : refusal({ key: "not_found" }, 404);
}
