import { z } from "zod";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import { roles } from "./roles";

const memberSchema = z.object({
  id: z.string(),
  display_name: z.string(),
  role: z.enum(roles),
  created_at: z.string(),
  is_me: z.boolean(),
});
export type Member = z.output<typeof memberSchema>;

const invitationSchema = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  created_at: z.string(),
  expires_at: z.string(),
  expired: z.boolean(),
  invited_by: z.string().nullable(),
});
export type Invitation = z.output<typeof invitationSchema>;

const pageSchema = z.object({ members: z.array(memberSchema), invitations: z.array(invitationSchema) });

/** The people of an organization, and the invitations that wait, as far as the caller may see them. */
export async function listMembers(db: Db, organizationId: string) {
  return pageSchema.parse(await data(db.rpc("organization_members", { organization_id: organizationId })));
}

/** One of an organization's people, or 404. */
export async function getMember(db: Db, organizationId: string, id: string): Promise<Member> {
  return found((await listMembers(db, organizationId)).members.find((member) => member.id === id));
}

/** An invitation that waits, or 404. */
export async function getInvitation(db: Db, organizationId: string, id: string): Promise<Invitation> {
  return found((await listMembers(db, organizationId)).invitations.find((invitation) => invitation.id === id));
}

function found<Row>(row: Row | undefined): Row {
  if (!row) throw refusal({ key: "not_found" }, 404);
  return row;
}
