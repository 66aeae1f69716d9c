import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import { type VolunteerPage, volunteerPageSchema } from "./page";

/** The roles of a gathering and one's own people in them, for people of an organization that holds it. */
export async function getVolunteerPage(db: Db, organizationId: string, gatheringId: string): Promise<VolunteerPage> {
  const found = await data(db.rpc("volunteer_page", { organization_id: organizationId, gathering_id: gatheringId }));
  if (!found) throw refusal({ key: "not_found" }, 404);
  return volunteerPageSchema.parse(found);
}

/** A place of the page that its reader may free, or no such page. */
export function placeOf({ places, frees }: VolunteerPage, id: string) {
  const place = places.find((one) => one.id === id);
  if (!place) throw refusal({ key: "not_found" }, 404);
  if (!place.mine && !frees) throw refusal({ key: "not_allowed" }, 403);
  return place;
}

/** One role of the page, or no such page. */
export function roleOf({ roles }: VolunteerPage, id: string) {
  const role = roles.find((one) => one.id === id);
  if (!role) throw refusal({ key: "not_found" }, 404);
  return role;
}
