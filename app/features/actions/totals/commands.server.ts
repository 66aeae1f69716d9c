import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";
import type { HandoverInput, MetricInput, NumberInput, RevisedMetricInput } from "./schema";

const made = z.object({ id: z.string() });

/** Begins to count something together; a form sent twice begins it once. */
export async function makeMetric(db: Db, organizationId: string, { submission_id, content }: MetricInput) {
  const asked = { organization_id: organizationId, submission_id, content };
  return made.parse(await data(db.rpc("make_pooled_metric", asked)));
}

/** Changes what is counted together, as far as no total stands on it. */
export async function reviseMetric(db: Db, organizationId: string, id: string, input: RevisedMetricInput) {
  await data(db.rpc("revise_pooled_metric", { metric_id: id, organization_id: organizationId, ...input }));
}

/** Enters what an organization counted in a month, or corrects it. */
export async function enterNumber(db: Db, organizationId: string, id: string, input: NumberInput) {
  await data(db.rpc("enter_pooled_number", { metric_id: id, organization_id: organizationId, ...input }));
}

/** Shows the lead an organization's own number of a published month. */
export async function handOverNumber(db: Db, organizationId: string, id: string, input: HandoverInput) {
  await data(db.rpc("hand_over_number", { metric_id: id, organization_id: organizationId, ...input }));
}

export async function takeBackNumber(db: Db, organizationId: string, id: string) {
  await data(db.rpc("take_back_number", { handover_id: id, organization_id: organizationId }));
}
