import { randomUUID } from "node:crypto";
import type { Person, TestDatabase } from "./database";

export const secret = "a secret of the web processes";

/** One of the cast's services by its name, on a database that knows the web processes' secret. */
export async function serviceNamed(db: TestDatabase, name: string): Promise<string> {
  await db.given(
    `insert into private.settings (name, value) values ('server_secret', to_jsonb(encode(sha256(convert_to($1, 'UTF8')), 'hex')))
     on conflict (name) do update set value = excluded.value`,
    [secret],
  );
  return (await db.given<{ id: string }>("select id from public.services where name ->> 'en' = $1", [name])).id;
}

/** Nobody has made sure of it for so long that it is abandoned. */
export async function abandon(db: TestDatabase, service: string) {
  await db.given("update public.services set verified_at = null, verify_by = current_date - 61 where id = $1", [
    service,
  ]);
  await db.given(
    `insert into private.service_reminders (organization_id, service_id, first_at)
     select organization_id, id, now() - interval '15 days' from public.services where id = $1
     on conflict on constraint service_reminders_one_per_service do update set first_at = excluded.first_at`,
    [service],
  );
}

type Suggestion = {
  organization?: string | null;
  field?: string;
  value?: unknown;
  contact?: string;
  submission?: string;
  network?: string;
};
export const phone = (number: string) => [{ number, extension: "" }];

/** Somebody suggests that a fact is different. */
export async function suggest(db: TestDatabase, person: Person, service: string, given: Suggestion = {}) {
  const {
    organization = null,
    field = "phones",
    value = phone("+12135550111"),
    contact = "",
    network = "192.0.2.7",
  } = given;
  const [row] = await db.as<{ answer: { code?: string; problem?: string } }>(
    person,
    "select public.suggest_change($1, $2, $3, $4, $5, $6::jsonb) as answer",
    [
      secret,
      network,
      service,
      organization,
      given.submission ?? randomUUID(),
      { field, value, contact, reason: "They said so", language: "ko" },
    ],
  );
  return row?.answer ?? {};
}

export const suggestionsOf = (db: TestDatabase, service: string) =>
  db.catalog<{ id: string; state: string; contact: string }>(
    "select id, state, contact from public.service_suggestions where service_id = $1 order by made_at desc",
    [service],
  );

export const truthOf = async (db: TestDatabase, person: Person, service: string) => {
  const [row] = await db.as<{ truth: Truth | null }>(person, "select public.service_truth($1) as truth", [service]);
  return row?.truth ?? null;
};
type As = { slug: string; verifies: boolean; answers: boolean; may_take_over: boolean };
export type Truth = {
  state: string;
  verify_by: string | null;
  verifications: { method: string; organization: { slug: string } | null }[];
  members: {
    as: As[];
    steward: { slug: string } | null;
    open: number;
    suggested: { state: string }[];
    conflicts: { field: string; values: unknown[] }[];
    disagreements: unknown[];
  } | null;
};

export const versionOf = async (db: TestDatabase, service: string) =>
  (await db.given<{ version: number }>("select version from public.services where id = $1", [service])).version;

export const verify = (db: TestDatabase, person: Person, service: string, organization: string, method = "phone") =>
  db.as(person, "select public.verify_service($1, $2, $3)", [service, organization, method]);

/** Everybody in an organization has this role from now on, though no admin is left. */
export async function makeAll(db: TestDatabase, organization: string, role: string) {
  await db.given("alter table public.memberships disable trigger user");
  await db.given("update public.memberships set role = $2::public.member_role where organization_id = $1", [
    organization,
    role,
  ]);
  await db.given("alter table public.memberships enable trigger user");
}
