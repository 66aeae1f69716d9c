import { refusal } from "./refusal";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An id out of the address. What cannot be an id is not found, without asking the database. */
export function uuidParam(value: string | undefined): string {
  if (!value || !uuid.test(value)) throw refusal({ key: "not_found" }, 404);
  return value.toLowerCase();
}

/** The secret of a link. What cannot be one opens nothing. */
export function tokenParam(value: string | undefined): string {
  if (!value || value.length > 200) throw refusal({ key: "link_not_valid" }, 410);
  return value;
}

/** A short name out of the address (`krcla`). What cannot be one is not found. */
export function slugParam(value: string | undefined): string {
  if (!value || value.length > 63 || !slug.test(value)) throw refusal({ key: "not_found" }, 404);
  return value;
}
