import { z } from "zod";
import { checked } from "../form-texts";
import { parts } from "../vocabulary";

const scopes = ["this", "following", "all"] as const;

/** Which of a series; a gathering that does not repeat is itself. */
const scope = z.enum(scopes, "choose_one").default("this");

/** Whom an owner invites, and to what. */
export const hostInvitationSchema = z.object({
  host_id: z.uuid("choose_one"),
  part: z.enum(parts, "choose_one"),
  may_edit: checked(),
  scope,
});
export type HostInvitationInput = z.output<typeof hostInvitationSchema>;

export const hostEndingSchema = z.object({ scope });
export type HostEndingInput = z.output<typeof hostEndingSchema>;

export const hostRightsSchema = z.object({ may_edit: checked(), scope });
export type HostRightsInput = z.output<typeof hostRightsSchema>;
