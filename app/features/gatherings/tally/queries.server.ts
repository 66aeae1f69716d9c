import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import { type TallyPage, tallyPageSchema } from "./page";

/** What the page that counts shows, for people of an organization that holds the gathering. */
export async function getTallyPage(db: Db, organizationId: string, gatheringId: string): Promise<TallyPage> {
  const found = await data(db.rpc("tally_page", { organization_id: organizationId, gathering_id: gatheringId }));
  if (!found) throw refusal({ key: "not_found" }, 404);
  return tallyPageSchema.parse(found);
}
