import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import { boardSchema, meetingSchema } from "./facts";

/** The plan of a coalition, for its organizations. What is hidden and what is absent answer alike. */
export async function getBoard(db: Db, slug: string) {
  return boardSchema.parse((await data(db.rpc("plan_board", { slug }))) ?? absent());
}

/** What happened in a coalition's plan since a day. */
export async function getMeeting(db: Db, slug: string, since: string) {
  return meetingSchema.parse((await data(db.rpc("plan_meeting", { slug, since }))) ?? absent());
}

function absent(): never {
  throw refusal({ key: "not_found" }, 404);
}
