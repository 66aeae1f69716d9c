import { z } from "zod";
import { organizationSchema } from "~/platform/fellows";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";

const changeSchema = z.object({
  changed_at: z.string(),
  /** Names of columns; those of the detail with `detail.` before them. The first change says `created`. */
  fields: z.array(z.string()),
  /** Who, as far as the caller may know. */
  person: z.string().nullable(),
  by_person: z.boolean(),
  /** The co-host that changed it, as far as the caller may know it; of its people nothing. */
  by_host: z.boolean(),
  host: organizationSchema.nullable(),
});
export type Change = z.output<typeof changeSchema>;

const historySchema = z.object({ title: z.record(z.string(), z.string()), changes: z.array(changeSchema) });

/** What was changed of a gathering, newest first; for its owner's people. */
export async function getGatheringHistory(db: Db, organizationId: string, id: string) {
  const asked = { gathering_id: id, organization_id: organizationId };
  const found = await data(db.rpc("gathering_history", asked));
  if (found === null) throw refusal({ key: "not_found" }, 404);
  return historySchema.parse(found);
}
