import { z } from "zod";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import { coalitionTotalsSchema, ownMetricSchema, storedMetricSchema } from "./facts";

const ownMetrics = z.array(ownMetricSchema);

/** What a coalition counts together, for its organizations. What is hidden and what is absent answer alike. */
export async function getCoalitionTotals(db: Db, slug: string) {
  return coalitionTotalsSchema.parse((await data(db.rpc("coalition_totals", { slug }))) ?? absent());
}

/** What an organization counts, with its own numbers. */
export async function listOrganizationTotals(db: Db, organizationId: string) {
  return ownMetrics.parse((await data(db.rpc("organization_totals", { organization_id: organizationId }))) ?? absent());
}

export async function getOrganizationTotal(db: Db, organizationId: string, id: string) {
  const asked = { organization_id: organizationId, metric_id: id };
  const [metric] = ownMetrics.parse((await data(db.rpc("organization_totals", asked))) ?? absent());
  return metric ?? absent();
}

/** A count as the form of those who may change it needs it. */
export async function getStoredMetric(db: Db, organizationId: string, id: string) {
  const asked = { metric_id: id, organization_id: organizationId };
  return storedMetricSchema.parse((await data(db.rpc("edit_pooled_metric", asked))) ?? absent());
}

function absent(): never {
  throw refusal({ key: "not_found" }, 404);
}
