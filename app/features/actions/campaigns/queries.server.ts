import { z } from "zod";
import { fellowsSchema } from "~/platform/fellows";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import { campaignFormSchema, campaignPageSchema, campaignSchema } from "./facts";

const campaigns = z.array(campaignSchema);

/** A campaign for whoever may see it. What is hidden and what is absent answer alike. */
export async function getCampaign(db: Db, id: string) {
  return campaignPageSchema.parse((await data(db.rpc("read_campaign", { campaign_id: id }))) ?? absent());
}

/** The campaigns that an organization leads, for its own people. */
export async function listCampaigns(db: Db, organizationId: string) {
  const asked = { organization_id: organizationId };
  return campaigns.parse((await data(db.rpc("organization_campaigns", asked))) ?? absent());
}

/** A campaign for the forms of those who may write it. */
export async function getCampaignForm(db: Db, organizationId: string, id: string) {
  const asked = { campaign_id: id, organization_id: organizationId };
  return campaignFormSchema.parse((await data(db.rpc("edit_campaign", asked))) ?? absent());
}

/** Whom a new campaign can be named to. */
export async function listFellows(db: Db, organizationId: string) {
  const asked = { organization_id: organizationId };
  return fellowsSchema.parse((await data(db.rpc("fellow_organizations", asked))) ?? absent());
}

function absent(): never {
  throw refusal({ key: "not_found" }, 404);
}
