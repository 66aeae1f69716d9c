import type { AppLoadContext } from "@remix-run/node";
import { deviceOf } from "~/platform/device";
import type { Session } from "~/platform/session.server";
import { data } from "~/platform/supabase.server";
import { endSession } from "./commands.server";

/** Signs this browser in: ends whatever session it held, keeps the new one, and notes on what kind of device it began. */
export async function beginSession(context: AppLoadContext, request: Request, session: Session): Promise<void> {
  if (context.session) await endSession(context.session, "local");
  context.signIn(session);
  const device = deviceOf(request.headers.get("user-agent"));
  if (device) await data(context.db.rpc("note_session", { device }));
}
