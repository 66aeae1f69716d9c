import { type Db, data } from "~/platform/supabase.server";
import { type Tally, tallySchema } from "./page";
import type { PressesInput } from "./schema";

/** Counts presses, each once, and tells the tally as it is then. */
export async function countPresses(
  db: Db,
  organizationId: string,
  gatheringId: string,
  { press }: PressesInput,
): Promise<Tally> {
  const asked = { organization_id: organizationId, gathering_id: gatheringId, presses: press };
  return tallySchema.parse(await data(db.rpc("count_presses", asked)));
}
