import { env } from "~/platform/env.server";
import type { MadeLink } from "./commands.server";

/** The address to hand over; nothing but the token in it opens anything. */
export function asLink({ email, token, expires_at }: MadeLink) {
  return { email, expires_at, link: `${env().APP_URL.replace(/\/$/, "")}/invitations/${token}` };
}
