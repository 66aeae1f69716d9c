import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import { clashesSchema } from "./clashes";
import type { PlanInput } from "./schema";

/** What happens at the same time as a plan, for those who may write gatherings of the organization. */
export async function listClashes(db: Db, organizationId: string, { gathering_id, plan }: PlanInput) {
  const asked = { organization_id: organizationId, gathering_id: gathering_id as string, plan };
  const found = await data(db.rpc("find_clashes", asked));
  if (!found) throw refusal({ key: "not_found" }, 404);
  return clashesSchema.parse(found);
}
