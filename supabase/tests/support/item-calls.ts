import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { PersonName } from "../access/persons";
import type { Cast } from "./cast";
import type { TestDatabase } from "./database";

export const refusal = (code: string, message: string) => expect.objectContaining({ code, message });

export async function call<Answer>(db: TestDatabase, person: Cast[PersonName], name: string, ...args: unknown[]) {
  const places = args.map((_, at) => `$${at + 1}`).join(", ");
  const [row] = await db.as<{ answer: Answer }>(person, `select public.${name}(${places}) as answer`, args);
  return row?.answer as Answer;
}

export type Item = {
  title: { en: string };
  description: { en?: string };
  parts: { organization: { slug: string }; status: string }[];
  own: { note: string; version: number; ticks: string[]; status: string }[];
  steps: { id: string; label: { en: string } }[];
  may_take: { slug: string }[];
  may_ask_core: boolean;
  asked_and_left: string[];
  due_at: string;
};
export const idOf = async (db: TestDatabase, title: string) =>
  (await db.given<{ id: string }>("select id from public.action_items where title ->> 'en' = $1", [title])).id;
export const read = (db: TestDatabase, person: Cast[PersonName], id: string) =>
  call<Item | null>(db, person, "read_item", id);
/** Over what stands now. */
export async function answer(
  db: TestDatabase,
  person: Cast[PersonName],
  id: string,
  organization: string,
  said: object,
) {
  const { part } = await call<{ part: { version: number } }>(db, person, "edit_part", id, organization);
  return call<{ version: number }>(db, person, "save_part", id, organization, part.version, said);
}
export const content = (more: object = {}) => ({
  ...{ title: { en: "Hall", ko: "강당" }, description: {}, audience: "named", due_local: "2030-06-01T18:00" },
  ...{ time_zone: "America/Chicago", steps: [], ask: "nobody", recipients: [], ...more },
});
export const make = (db: TestDatabase, cast: Cast, more: object = {}, submission: string = randomUUID()) =>
  call<{ id: string }>(db, cast.editor, "make_item", cast.organizations.north, submission, {
    coalition_id: cast.coalitions.plan,
    ...content(more),
  });

/** The account of somebody who is no visitor. */
export const accountOf = (person: Cast[PersonName]) => (person === "visitor" ? "" : person.id);
