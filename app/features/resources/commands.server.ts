import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";
import type { NewServiceInput, RevisedServiceInput } from "./posting/schema";

const doneSchema = z.object({ id: z.string() });

/** Puts a service into the directory; the same submission twice is one. */
export async function postService(db: Db, organizationId: string, { submission_id, content }: NewServiceInput) {
  return done(db.rpc("list_service", { organization_id: organizationId, submission_id, content }));
}

/** Changes a service, unless somebody else did so since it was read. */
export async function reviseService(db: Db, organizationId: string, id: string, input: RevisedServiceInput) {
  const { seen_version, content } = input;
  return done(db.rpc("revise_service", { service_id: id, organization_id: organizationId, seen_version, content }));
}

/** Deletes a service that nobody else has ever seen. */
export async function discardService(db: Db, organizationId: string, id: string, version: number) {
  const asked = { service_id: id, organization_id: organizationId, seen_version: version };
  return done(db.rpc("discard_service", asked));
}

async function done(call: Parameters<typeof data<unknown>>[0]) {
  return doneSchema.parse(await data(call));
}
