import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import type { Viewer } from "~/platform/viewers";
import {
  calendarPageSchema,
  coalitionCalendarSchema,
  gatheringPageSchema,
  newGatheringPageSchema,
  previewSchema,
  storedGatheringSchema,
} from "./card";
import { withMissing } from "./volunteers/with-missing";

/** Days of the wall calendar of each place, both included; what to choose by; and, of a single day, from where on. */
export type CalendarQuestion = {
  first_on: string;
  last_on: string;
  filters: { organizations?: string[]; kinds?: string[]; languages?: string[] };
  shown_from: number;
};

/** A gathering's page as the caller may see it. What is hidden and what is absent answer alike. */
export async function getGathering(db: Db, id: string) {
  const found = await data(db.rpc("read_gathering", { gathering_id: id }));
  return gatheringPageSchema.parse(found ?? absent());
}

/** A gathering's page as somebody else sees it, for those who may write it; `seen` is null where they see nothing. */
export async function previewGathering(db: Db, organizationId: string, id: string, viewer: Viewer) {
  const found = await data(db.rpc("preview_gathering", { gathering_id: id, organization_id: organizationId, viewer }));
  return previewSchema.parse(found ?? absent());
}

/** A gathering as its form needs it, with the organizations it could be named to; for those who may write it. */
export async function getStoredGathering(db: Db, organizationId: string, id: string) {
  const found = await data(db.rpc("edit_gathering", { gathering_id: id, organization_id: organizationId }));
  return storedGatheringSchema.parse(found ?? absent());
}

/** As getStoredGathering, and for editors of a co-host: what they may change, with its owner. */
export async function getSharedGathering(db: Db, organizationId: string, id: string) {
  const found = await data(db.rpc("edit_shared_gathering", { gathering_id: id, organization_id: organizationId }));
  return storedGatheringSchema.parse(found ?? absent());
}

/** What an organization may see on those days, its own and what is shared with it. */
export async function getOrganizationCalendar(db: Db, organizationId: string, asked: CalendarQuestion) {
  const found = await data(db.rpc("organization_calendar", { organization_id: organizationId, ...asked }));
  const page = calendarPageSchema.parse(found ?? absent());
  const gatherings = page.gatherings.map((card) => ({ ...card, held: page.hostings[card.id] }));
  return withMissing({ ...page, gatherings });
}

/** A coalition, and what the caller may see of its gatherings on those days. */
export async function getCoalitionCalendar(db: Db, slug: string, asked: CalendarQuestion) {
  const found = await data(db.rpc("coalition_calendar", { coalition_slug: slug, ...asked }));
  return withMissing(coalitionCalendarSchema.parse(found ?? absent()));
}

/**
 * What the form of a new gathering starts from: the organizations it could be named to, the organization's templates, and
 * the gathering or template it should be like.
 */
export async function getNewGathering(db: Db, organizationId: string, like: { gathering?: string; template?: string }) {
  const found = await data(
    db.rpc("new_gathering", {
      organization_id: organizationId,
      ...(like.gathering ? { from_gathering: like.gathering } : {}),
      ...(like.template ? { from_template: like.template } : {}),
    }),
  );
  const page = newGatheringPageSchema.parse(found ?? absent());
  return (like.gathering || like.template) && !page.like ? absent() : page;
}

function absent(): never {
  throw refusal({ key: "not_found" }, 404);
}
