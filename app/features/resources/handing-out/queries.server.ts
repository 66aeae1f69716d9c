import { z } from "zod";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import { collectingSchema, collectionListSchema, collectionSchema, factsSchema, handoutSchema } from "./facts";

const rows = z.array(factsSchema);

/** What is handed out of one service, for whoever sees it. What is hidden and what is absent answer alike. */
export async function getHandout(db: Db, id: string) {
  return handoutSchema.parse((await data(db.rpc("service_handout", { service_id: id }))) ?? absent());
}

/** What is handed out of these services, in their order; those that the caller does not see are left out. */
export async function listFacts(db: Db, ids: string[]) {
  return rows.parse(await data(db.rpc("services_table", { service_ids: ids })));
}

/** What is handed out of all that an organization lists, for its own people. */
export async function listOrganizationFacts(db: Db, organizationId: string) {
  return rows.parse((await data(db.rpc("organization_table", { organization_id: organizationId }))) ?? absent());
}

/** A collection with what its reader sees of it. */
export async function getCollection(db: Db, id: string) {
  return collectionSchema.parse((await data(db.rpc("read_collection", { collection_id: id }))) ?? absent());
}

/** A collection for those who may change it, as their organization's. */
export async function getOwnCollection(db: Db, slug: string, id: string) {
  const { version, ...collection } = await getCollection(db, id);
  if (collection.organization.slug !== slug) return absent();
  if (version === null) throw refusal({ key: "not_allowed" }, 403);
  return { ...collection, version };
}

export async function listCollections(db: Db, organizationId: string) {
  return collectionListSchema.parse(
    (await data(db.rpc("organization_collections", { organization_id: organizationId }))) ?? absent(),
  );
}

/** A service and the collections that it could go into. */
export async function getCollecting(db: Db, organizationId: string, id: string) {
  const asked = { service_id: id, organization_id: organizationId };
  return collectingSchema.parse((await data(db.rpc("collecting", asked))) ?? absent());
}

function absent(): never {
  throw refusal({ key: "not_found" }, 404);
}
