import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireOrganization } from "~/platform/actor.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { getItem, getPart, getStoredItem } from "./queries.server";

/** The item in the address, for the forms of its lead's people. Who may not write it is told so, if it is theirs. */
export async function getOwnItem(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { db } = asked.context;
  const id = uuidParam(asked.params.id);
  if (can("actions.write")) return { organization, stored: await getStoredItem(db, organization.id, id) };
  const item = await getItem(db, id);
  throw item.organization.id === organization.id
    ? refusal({ key: "not_allowed" }, 403)
    : refusal({ key: "not_found" }, 404);
}

/** An organization's own part of the item in the address. Who may not write it is told so, if it has one. */
export async function getOwnPart(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { db } = asked.context;
  const id = uuidParam(asked.params.id);
  if (can("actions.write")) return { organization, page: await getPart(db, organization.id, id) };
  const { own } = await getItem(db, id);
  const has = own.some((part) => part.organization.id === organization.id);
  throw has ? refusal({ key: "not_allowed" }, 403) : refusal({ key: "not_found" }, 404);
}
