import { z } from "zod";
import { email, isWhole, line, passphrase } from "~/platform/typed-account";

/** What a person types to sign in. What is wrong with an address or a password is never said apart. */
export const signInSchema = z.object({
  email: z.string("required").trim().min(1, "required").max(254, "too_long"),
  password: z.string("required").refine(isWhole, "sign_in_refused"),
  to: z.string().max(2000).optional(),
});
export type SignInInput = z.output<typeof signInSchema>;

/** A press on one of the demonstration's accounts. */
export const demonstrationSchema = z.object({
  email: z.string("demonstration_gone").max(254, "demonstration_gone"),
  to: z.string().max(2000).optional(),
});

export const signOutSchema = z.object({ scope: z.enum(["local", "global"], "not_valid") });

/** What the holder of a first link types: an organization, its coalition, and themselves. */
export const firstOrganizationSchema = z.object({
  organization: z.object({
    display_name: line(80),
    korean_name: line(80).optional(),
    short_name: line(24),
    slug: slug(),
    time_zone: z.string("required").max(64, "unknown_time_zone"),
  }),
  coalition: z.object({ display_name: line(80), korean_name: line(80).optional(), slug: slug() }),
  person: z.object({ display_name: line(80) }),
  email: email(),
  passphrase: passphrase(),
});
export type FirstOrganizationInput = z.output<typeof firstOrganizationSchema>;

/** What somebody types who was invited and has no account. */
export const invitedAccountSchema = z.object({ display_name: line(80), email: email(), passphrase: passphrase() });
export type InvitedAccountInput = z.output<typeof invitedAccountSchema>;

/** The address of somebody who asks for a link. */
export const linkRequestSchema = z.object({ email: email() });

/** A new passphrase in exchange for a mailed link. */
export const newPasswordSchema = z.object({ passphrase: passphrase() });

function slug() {
  return z
    .string("required")
    .trim()
    .min(2, "too_short")
    .max(40, "too_long")
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug_not_valid");
}
