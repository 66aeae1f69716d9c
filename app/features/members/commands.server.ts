import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";
import type { InvitationInput, RoleInput } from "./schema";

const linkSchema = z.object({ email: z.string(), token: z.string(), expires_at: z.string(), mailed: z.boolean() });
/** An invitation's link as the admin who makes it sees it, this once. */
export type MadeLink = z.output<typeof linkSchema>;

/** Invites an address into a role; the token is told now and never again. */
export async function inviteMember(db: Db, organizationId: string, input: InvitationInput): Promise<MadeLink> {
  return linkSchema.parse(await data(db.rpc("invite_member", { organization_id: organizationId, ...input })));
}

/** Makes a new link for an invitation that waits; the old one is dead. */
export async function renewInvitation(db: Db, organizationId: string, id: string): Promise<MadeLink> {
  const asked = { organization_id: organizationId, invitation_id: id };
  return linkSchema.parse(await data(db.rpc("renew_invitation", asked)));
}

/** Closes an invitation that waits. */
export async function withdrawInvitation(db: Db, organizationId: string, id: string) {
  await data(db.rpc("withdraw_invitation", { organization_id: organizationId, invitation_id: id }));
}

/** Gives somebody else another role. */
export async function changeRole(db: Db, organizationId: string, personId: string, { role }: RoleInput) {
  const changed = db.from("memberships").update({ role }).eq("organization_id", organizationId);
  await data(changed.eq("person_id", personId).select("person_id").single());
}

/** Ends a membership; its rights end with the next request. */
export async function removeMember(db: Db, organizationId: string, personId: string) {
  const removed = db.from("memberships").delete().eq("organization_id", organizationId).eq("person_id", personId);
  await data(removed.select("person_id").single());
}
