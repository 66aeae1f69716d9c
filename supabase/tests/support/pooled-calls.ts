import { expect } from "vitest";
import type { PersonName } from "../access/persons";
import type { Cast } from "./cast";
import type { TestDatabase } from "./database";

export const refusal = (message: string) => expect.objectContaining({ code: expect.stringMatching(/^PT/), message });

export async function call<Answer>(db: TestDatabase, person: Cast[PersonName], name: string, ...args: unknown[]) {
  const places = args.map((_, at) => `$${at + 1}`).join(", ");
  const [row] = await db.as<{ answer: Answer }>(person, `select public.${name}(${places}) as answer`, args);
  return row?.answer as Answer;
}
export const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
export const workshops = (db: TestDatabase) =>
  db.given<{ id: string; first: string; second: string; now: string }>(
    `select id, first_month::text as first, (first_month + interval '1 month')::date::text as second,
       date_trunc('month', now())::date::text as now
     from public.pooled_metrics where name ->> 'en' = 'workshops'`,
  );
