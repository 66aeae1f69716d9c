import { env } from "~/platform/env.server";
import type { MadeLink } from "./commands.server";

/** The address to hand over; nothing but the token in it opens anything. */
export function asLink({ token, email, expires_at, mailed }: MadeLink) {
  return { email, expires_at, mailed, link: `${env().APP_URL.replace(/\/$/, "")}/invitations/${token}` };
}
