import { type Db, data } from "~/platform/supabase.server";

/** Sends a message that failed once more. */
export async function retryMessage(db: Db, organizationId: string, id: string) {
  await data(db.rpc("retry_message", { organization_id: organizationId, message_id: id }));
}
