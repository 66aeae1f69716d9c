import { type Db, data } from "~/platform/supabase.server";
import { foundSchema, suggestedSchema } from "./found";
import { meantInHangul } from "./meant-in-hangul";
import type { Question } from "./question";

/** A page of the services that answer a question; what was typed with the keyboard in the wrong language is meant too. */
export async function findServices(db: Db, question: Question) {
  const found = await ask(db, question);
  const meant = found.total === 0 ? meantInHangul(question.typed) : null;
  if (meant === null) return { ...found, meant: null };
  const other = await ask(db, { ...question, typed: meant });
  return other.total ? { ...other, meant } : { ...found, meant: null };
}

/** Needs and services whose names begin with what has been typed so far. */
export async function suggestServices(db: Db, typed: string) {
  return suggestedSchema.parse(await data(db.rpc("suggest_services", { typed: typed.slice(0, 120) })));
}

async function ask(db: Db, { typed, need, spoken, area, cost, open, verified, page }: Question) {
  const asked = { typed, need, spoken, area, cost, open_now: open, verified, page };
  return foundSchema.parse(await data(db.rpc("find_services", asked)));
}
