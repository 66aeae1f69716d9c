import type { Person, TestDatabase } from "./database";

/** What a card says, as far as a test wants it to; all else is empty. */
export type Listed = {
  ko?: string;
  en?: string;
  provider?: Record<string, string>;
  aliases?: string[];
  description?: Record<string, string>;
  documents?: Record<string, string>;
  area?: string[];
  terms?: string[];
  staff?: string[];
  interpreters?: string[];
  cost?: string;
  audience?: string;
  coalition?: string | null;
  state?: string;
  zone?: string;
};

/** Puts a service into the directory as the owner of the database does, past every policy. Returns its id. */
export async function list(db: TestDatabase, organization: string, service: Listed): Promise<string> {
  const name = { ...(service.ko && { ko: service.ko }), ...(service.en && { en: service.en }) };
  const { id } = await db.given<{ id: string }>(
    `with provider as (
       insert into public.providers (organization_id, name, aliases)
       select $1, $2::text::jsonb, array(select jsonb_array_elements_text($3::text::jsonb)) where $2 is not null returning id
     )
     insert into public.services (
       organization_id, provider_id, name, source_language, description, required_documents, area_served, terms,
       staff_languages, interpreter_languages, cost, audience, coalition_id, state, time_zone
     )
     select $1, (select id from provider), $4::text::jsonb, $5, $6::text::jsonb, $7::text::jsonb, a.area, a.terms, a.staff, a.interpreters,
       $9::public.service_cost, $10::public.audience, $11, $12::public.service_state, $13
     from jsonb_to_record($8::text::jsonb) as a(area text[], terms text[], staff text[], interpreters text[])
     returning id`,
    [
      organization,
      service.provider ? JSON.stringify(service.provider) : null,
      JSON.stringify(service.aliases ?? []),
      JSON.stringify(name),
      Object.keys(name)[0],
      JSON.stringify(service.description ?? {}),
      JSON.stringify(service.documents ?? {}),
      JSON.stringify({
        area: service.area ?? [],
        terms: service.terms ?? [],
        staff: service.staff ?? [],
        interpreters: service.interpreters ?? [],
      }),
      service.cost ?? "unknown",
      service.audience ?? "everyone",
      service.coalition ?? null,
      service.state ?? "active",
      service.zone ?? "America/Chicago",
    ],
  );
  return id;
}

export type Found = {
  total: number | null;
  nearly: boolean;
  unfiltered: number | null;
  needs: { id: string }[];
  results: {
    id: string;
    name: Record<string, string>;
    stale: boolean;
    why: { field: string; id?: string; hit?: string; before?: string; after?: string }[];
    opening: { open: boolean; always: boolean; closes_local: string | null } | null;
    places: { city: string; latitude: number | null }[];
  }[];
};

/** What somebody finds who types this, or chooses that. */
export async function find(db: TestDatabase, person: Person, asked: Record<string, unknown>): Promise<Found> {
  const names = Object.keys(asked);
  const [row] = await db.as<{ found: Found }>(
    person,
    `select public.find_services(${names.map((name, place) => `${name} => $${place + 1}${TYPES[name] ?? ""}`).join(", ")}) as found`,
    names.map((name) => String(asked[name])),
  );
  if (!row) throw new Error("Nothing was answered.");
  return row.found;
}

// The driver takes every value for a text.
const TYPES: Record<string, string> = {
  open_now: "::text::boolean",
  verified: "::text::boolean",
  page: "::text::integer",
};

/** The Korean name, or else the English one, of each. */
export const namesOf = (found: Pick<Found, "results">) => found.results.map(({ name }) => name.ko ?? name.en);
