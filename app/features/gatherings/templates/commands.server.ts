import { type Db, data } from "~/platform/supabase.server";
import type { TemplateInput } from "./schema";

/** Keeps a gathering under a name, for new ones to begin from. */
export async function keepTemplate(db: Db, organizationId: string, gatheringId: string, { name }: TemplateInput) {
  await data(db.rpc("keep_template", { gathering_id: gatheringId, organization_id: organizationId, name }));
}

/** Deletes a template; what began from it stays. */
export async function removeTemplate(db: Db, organizationId: string, id: string) {
  const removed = db.from("gathering_templates").delete().eq("organization_id", organizationId).eq("id", id);
  await data(removed.select("id").single());
}
