import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";
import type { CollectingInput, CollectionInput, MoveInput, NewCollectionInput } from "./schema";

const made = z.object({ id: z.string() });

/** Begins a collection; a form sent twice begins one. */
export async function makeCollection(db: Db, organizationId: string, { submission_id, content }: NewCollectionInput) {
  return made.parse(await data(db.rpc("make_collection", { organization_id: organizationId, submission_id, content })));
}

export async function reviseCollection(db: Db, organizationId: string, id: string, input: CollectionInput) {
  const { seen_version, content } = input;
  await data(
    db.rpc("revise_collection", { collection_id: id, organization_id: organizationId, seen_version, content }),
  );
}

export async function discardCollection(db: Db, organizationId: string, id: string) {
  await data(db.rpc("discard_collection", { collection_id: id, organization_id: organizationId }));
}

/** Puts a service into a collection, or gives it another note there. */
export async function collectService(db: Db, organizationId: string, id: string, input: CollectingInput) {
  await data(db.rpc("collect_service", { organization_id: organizationId, service_id: id, ...input }));
}

/** Moves an entry one place among those that the caller sees. */
export async function moveEntry(db: Db, organizationId: string, id: string, { move }: MoveInput) {
  await data(db.rpc("move_entry", { collection_id: id, organization_id: organizationId, ...move }));
}

export async function removeEntry(db: Db, organizationId: string, id: string, serviceId: string) {
  await data(db.rpc("remove_entry", { collection_id: id, organization_id: organizationId, service_id: serviceId }));
}
