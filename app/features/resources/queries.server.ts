import { z } from "zod";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import type { Viewer } from "~/platform/viewers";
import {
  newServicePageSchema,
  serviceCardSchema,
  servicePageSchema,
  servicePreviewSchema,
  storedServiceSchema,
} from "./service";
import { truthSchema } from "./truth/queries.server";

const readServiceSchema = servicePageSchema.extend({ truth: truthSchema });

/** A service's page as the caller may see it, and whether it is right. What is hidden and what is absent answer alike. */
export async function getService(db: Db, id: string) {
  const found = await data(db.rpc("read_service", { service_id: id }));
  return readServiceSchema.parse(found ?? absent());
}

/** A service's page as somebody else sees it, for those who may write it; `seen` is null where they see nothing. */
export async function previewService(db: Db, organizationId: string, id: string, viewer: Viewer) {
  const found = await data(db.rpc("preview_service", { service_id: id, organization_id: organizationId, viewer }));
  return servicePreviewSchema.parse(found ?? absent());
}

/** A service as its form needs it, with the organizations it could be named to; for those who may write it. */
export async function getStoredService(db: Db, organizationId: string, id: string) {
  const found = await data(db.rpc("edit_service", { service_id: id, organization_id: organizationId }));
  return storedServiceSchema.parse(found ?? absent());
}

/** What the form of a new service starts from. */
export async function getNewService(db: Db, organizationId: string) {
  const found = await data(db.rpc("new_service", { organization_id: organizationId }));
  return newServicePageSchema.parse(found ?? absent());
}

/** What an organization lists, what nobody has made sure of for longest first. */
export async function listServices(db: Db, organizationId: string) {
  const found = await data(db.rpc("organization_services", { organization_id: organizationId }));
  return z.array(serviceCardSchema).parse(found ?? absent());
}

function absent(): never {
  throw refusal({ key: "not_found" }, 404);
}
