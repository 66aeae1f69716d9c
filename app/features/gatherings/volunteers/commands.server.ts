import { type Db, data } from "~/platform/supabase.server";
import type { RoleInput } from "./schema";

/** Asks for volunteers for something at a gathering of the organization. */
export async function addRole(db: Db, organizationId: string, gatheringId: string, input: RoleInput) {
  const role = { organization_id: organizationId, gathering_id: gatheringId, ...input };
  await data(db.from("volunteer_roles").insert(role).select("id").single());
}

/** Changes what is asked for, or of how many; whoever has a place keeps it. */
export async function changeRole(db: Db, organizationId: string, id: string, input: RoleInput) {
  const changed = db.from("volunteer_roles").update(input).eq("organization_id", organizationId).eq("id", id);
  await data(changed.select("id").single());
}

/** Asks for it no longer; places in it go with it. */
export async function removeRole(db: Db, organizationId: string, id: string) {
  const removed = db.from("volunteer_roles").delete().eq("organization_id", organizationId).eq("id", id);
  await data(removed.select("id").single());
}

/** Takes a place for whoever asks, as a member of the organization. */
export async function takePlace(db: Db, organizationId: string, roleId: string) {
  await data(db.rpc("take_place", { organization_id: organizationId, role_id: roleId }));
}

/** Leaves one's own place, or takes it from a member of one's organization. */
export async function leavePlace(db: Db, organizationId: string, id: string) {
  const left = db.from("volunteer_places").delete().eq("organization_id", organizationId).eq("id", id);
  await data(left.select("id").single());
}
