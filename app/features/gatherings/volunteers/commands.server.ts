import { type Db, data } from "~/platform/supabase.server";
import type { RoleInput, RoleRemovalInput } from "./schema";

/** Asks for volunteers for something at a gathering of the organization, or along its series. */
export async function addRole(db: Db, organizationId: string, gatheringId: string, { scope, ...role }: RoleInput) {
  await data(db.rpc("add_role", { organization_id: organizationId, gathering_id: gatheringId, role, scope }));
}

/** Changes what is asked for, or of how many; whoever has a place keeps it. */
export async function changeRole(db: Db, organizationId: string, id: string, { scope, ...role }: RoleInput) {
  await data(db.rpc("change_role", { organization_id: organizationId, role_id: id, role, scope }));
}

/** Asks for it no longer; places in it go with it. */
export async function removeRole(db: Db, organizationId: string, id: string, { scope }: RoleRemovalInput) {
  await data(db.rpc("remove_role", { organization_id: organizationId, role_id: id, scope }));
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
