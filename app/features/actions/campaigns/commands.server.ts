import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";
import type { NewCampaignInput, OutcomeInput, RevisedCampaignInput } from "./schema";

const made = z.object({ id: z.string() });

/** Begins a campaign; a form sent twice begins it once. */
export async function beginCampaign(db: Db, organizationId: string, { submission_id, content }: NewCampaignInput) {
  const asked = { organization_id: organizationId, submission_id, content };
  return made.parse(await data(db.rpc("begin_campaign", asked)));
}

export async function reviseCampaign(db: Db, organizationId: string, id: string, input: RevisedCampaignInput) {
  await data(db.rpc("revise_campaign", { campaign_id: id, organization_id: organizationId, ...input }));
}

/** Says how a campaign came out, when and why. */
export async function concludeCampaign(db: Db, organizationId: string, id: string, input: OutcomeInput) {
  await data(db.rpc("conclude_campaign", { campaign_id: id, organization_id: organizationId, ...input }));
}

export async function reopenCampaign(db: Db, organizationId: string, id: string, seenVersion: number) {
  const asked = { campaign_id: id, organization_id: organizationId, seen_version: seenVersion };
  await data(db.rpc("reopen_campaign", asked));
}

export async function discardCampaign(db: Db, organizationId: string, id: string, seenVersion: number) {
  const asked = { campaign_id: id, organization_id: organizationId, seen_version: seenVersion };
  await data(db.rpc("discard_campaign", asked));
}
