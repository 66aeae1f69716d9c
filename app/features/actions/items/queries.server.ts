import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import {
  coalitionItemsSchema,
  itemPageSchema,
  newItemSchema,
  organizationItemsSchema,
  partPageSchema,
  storedItemSchema,
} from "./facts";
import type { ItemQuestion } from "./question";

/** An item's page as the caller may see it. What is hidden and what is absent answer alike. */
export async function getItem(db: Db, id: string) {
  return itemPageSchema.parse((await data(db.rpc("read_item", { item_id: id }))) ?? absent());
}

/** What the form of a new item starts from. */
export async function getNewItem(db: Db, organizationId: string) {
  return newItemSchema.parse((await data(db.rpc("new_item", { organization_id: organizationId }))) ?? absent());
}

/** An item as its lead's forms need it. */
export async function getStoredItem(db: Db, organizationId: string, id: string) {
  const asked = { item_id: id, organization_id: organizationId };
  return storedItemSchema.parse((await data(db.rpc("edit_item", asked))) ?? absent());
}

/** An organization's own part, with all that it keeps for itself, for whoever may write it. */
export async function getPart(db: Db, organizationId: string, id: string) {
  const asked = { item_id: id, organization_id: organizationId };
  return partPageSchema.parse((await data(db.rpc("edit_part", asked))) ?? absent());
}

/** What is to be done together in a coalition, as a list or as a board. */
export async function listCoalitionItems(db: Db, slug: string, { filters, asBoard, from }: ItemQuestion) {
  const asked = { slug, filters, as_board: asBoard, shown_from: from };
  return coalitionItemsSchema.parse((await data(db.rpc("coalition_items", asked))) ?? absent());
}

/** What an organization is asked to do, does and leads. */
export async function listOrganizationItems(db: Db, organizationId: string, { filters, from }: ItemQuestion) {
  const asked = { organization_id: organizationId, filters, shown_from: from };
  return organizationItemsSchema.parse((await data(db.rpc("organization_items", asked))) ?? absent());
}

function absent(): never {
  throw refusal({ key: "not_found" }, 404);
}
