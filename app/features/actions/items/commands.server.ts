import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";
import type { AskingInput, NewItemInput, PartInput, RevisedItemInput } from "./schema";

const made = z.object({ id: z.string() });
const about = (organizationId: string, id: string) => ({ item_id: id, organization_id: organizationId });

/** Puts up something to do together; a form sent twice does so once. */
export async function makeItem(db: Db, organizationId: string, { submission_id, content }: NewItemInput) {
  const asked = { organization_id: organizationId, submission_id, content };
  return made.parse(await data(db.rpc("make_item", asked)));
}

export async function reviseItem(db: Db, organizationId: string, id: string, input: RevisedItemInput) {
  await data(db.rpc("revise_item", { ...about(organizationId, id), ...input }));
}

/** Ends an item for everybody, or opens it again. */
export async function closeItem(db: Db, organizationId: string, id: string, closed: boolean) {
  await data(db.rpc("close_item", { ...about(organizationId, id), closed }));
}

/** Removes an item that nobody else has answered. */
export async function removeItem(db: Db, organizationId: string, id: string) {
  await data(db.rpc("remove_item", about(organizationId, id)));
}

/** Asks the chosen organizations to do a part. */
export async function askForParts(db: Db, organizationId: string, id: string, { recipients }: AskingInput) {
  await data(db.rpc("ask_for_parts", { ...about(organizationId, id), core: false, recipients }));
}

/** Asks all lead and core members of the coalition at once; says how many had not been asked. */
export async function askCoreMembers(db: Db, organizationId: string, id: string) {
  const answer = await data(db.rpc("ask_for_parts", { ...about(organizationId, id), core: true }));
  return z.object({ asked: z.number() }).parse(answer).asked;
}

/** Takes back an ask that waits for its answer. */
export async function takeBackAsk(db: Db, organizationId: string, id: string, askedId: string) {
  await data(db.rpc("take_back_ask", { ...about(organizationId, id), asked_id: askedId }));
}

/** Takes a part in an item without being asked. */
export async function takePart(db: Db, organizationId: string, id: string) {
  await data(db.rpc("take_part", about(organizationId, id)));
}

/** Says how far an organization is with its part, and what it keeps of it for itself. */
export async function savePart(db: Db, organizationId: string, id: string, input: PartInput) {
  await data(db.rpc("save_part", { ...about(organizationId, id), ...input }));
}
