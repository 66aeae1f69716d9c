import { z } from "zod";
import { checked } from "~/platform/form-texts";
import { scope } from "../repeating/scope";
import { parts } from "../vocabulary";

/** Whom an owner invites, and to what. */
export const hostInvitationSchema = z.object({
  host_id: z.uuid("choose_one"),
  part: z.enum(parts, "choose_one"),
  may_edit: checked(),
  scope: scope(),
});
export type HostInvitationInput = z.output<typeof hostInvitationSchema>;

export const hostEndingSchema = z.object({ scope: scope() });
export type HostEndingInput = z.output<typeof hostEndingSchema>;

export const hostRightsSchema = z.object({ may_edit: checked(), scope: scope() });
export type HostRightsInput = z.output<typeof hostRightsSchema>;
