import { z } from "zod";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import { cardSchema, coalitionCalendarSchema, fellowsSchema, gatheringPageSchema, storedGatheringSchema } from "./card";

/** Days of the wall calendar of each place, both included. */
export type Days = { first_on: string; last_on: string };

/** A gathering's page as the caller may see it. What is hidden and what is absent answer alike. */
export async function getGathering(db: Db, id: string) {
  const found = await data(db.rpc("read_gathering", { gathering_id: id }));
  return gatheringPageSchema.parse(found ?? absent());
}

/** A gathering as its form needs it, with the organizations it could be named to; for those who may write it. */
export async function getStoredGathering(db: Db, organizationId: string, id: string) {
  const found = await data(db.rpc("edit_gathering", { gathering_id: id, organization_id: organizationId }));
  return storedGatheringSchema.parse(found ?? absent());
}

/** What an organization may see on those days, its own and what is shared with it. */
export async function listOrganizationGatherings(db: Db, organizationId: string, days: Days) {
  const found = await data(db.rpc("organization_calendar", { organization_id: organizationId, ...days }));
  return z.array(cardSchema).parse(found ?? absent());
}

/** A coalition, and what the caller may see of its gatherings on those days. */
export async function getCoalitionCalendar(db: Db, slug: string, days: Days) {
  const found = await data(db.rpc("coalition_calendar", { coalition_slug: slug, ...days }));
  return coalitionCalendarSchema.parse(found ?? absent());
}

/** The organizations that one's own may name, by coalition. */
export async function listFellows(db: Db, organizationId: string) {
  const found = await data(db.rpc("fellow_organizations", { organization_id: organizationId }));
  return fellowsSchema.parse(found ?? []);
}

function absent(): never {
  throw refusal({ key: "not_found" }, 404);
}
