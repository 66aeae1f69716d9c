import { z } from "zod";
import { roles } from "./roles";

const role = () => z.enum(roles, "choose_one");

/** What an admin types to invite somebody; the database judges the address. */
export const invitationSchema = z.object({
  email: z.string("required").trim().min(1, "required").max(254, "email_not_valid"),
  role: role(),
});
export type InvitationInput = z.output<typeof invitationSchema>;

export const roleSchema = z.object({ role: role() });
export type RoleInput = z.output<typeof roleSchema>;
