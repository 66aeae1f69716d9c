import type { TestDatabase } from "./database";

type Owners = Record<"north" | "south" | "east" | "far", string>;

/**
 * The directory of the cast: north lists a service for every audience, one named to east alone and a draft named to south;
 * far lists one for its coalition. Each has every part and layer, as open as its card may be.
 */
export async function addServices(db: TestDatabase, owners: Owners, coalitions: Record<"plan" | "open", string>) {
  for (const audience of ["owner", "named", "coalition", "everyone"]) {
    await addService(db, { name: audience, organization: owners.north, coalition: coalitions.plan, audience });
  }
  await addService(db, { name: "draft", organization: owners.north, audience: "named", state: "draft" });
  await addService(db, { name: "to east", organization: owners.north, audience: "named" });
  await addService(db, { name: "theirs", organization: owners.far, coalition: coalitions.open, audience: "coalition" });
  for (const layer of ["card", "place", "assurance"]) {
    await db.given(
      `insert into public.service_shares (organization_id, service_id, layer, recipient_id)
       select organization_id, id, $1::public.service_layer, case name ->> 'en' when 'to east' then $2::uuid else $3::uuid end
       from public.services where audience = 'named'`,
      [layer, owners.east, owners.south],
    );
    if (layer === "card") await addParts(db);
  }
}

async function addParts(db: TestDatabase) {
  for (const statement of [
    `insert into public.service_phones (organization_id, service_id, position, number)
     select organization_id, id, 0, '+12135550100' from public.services`,
    `insert into public.service_schedules (organization_id, service_id, position, weekdays, opens_minute, closes_minute)
     select organization_id, id, 0, '{1,2,3,4,5}', 540, 1020 from public.services`,
    `insert into public.service_closures (organization_id, service_id, closed_on)
     select organization_id, id, '2027-01-01' from public.services`,
    `insert into public.service_translations (organization_id, service_id, language, by_machine)
     select organization_id, id, 'ko', true from public.services`,
    `insert into public.service_verifications (organization_id, service_id, verifier_id, method, verify_by)
     select organization_id, id, organization_id, 'phone', current_date + 90 from public.services`,
    `insert into public.service_notes (organization_id, service_id, body)
     select organization_id, id, 'Ask for the back door.' from public.services`,
    `insert into public.locations (organization_id, name, address_1)
     select organization_id, name ->> 'en', 'Somewhere 1' from public.services`,
    `insert into public.service_at_locations (organization_id, service_id, location_id, audience, coalition_id)
     select s.organization_id, s.id, l.id, s.audience, s.coalition_id from public.services s
     join public.locations l on l.organization_id = s.organization_id and l.name = s.name ->> 'en'`,
    `insert into public.service_assurances (organization_id, service_id, told_on, audience, coalition_id)
     select s.organization_id, s.id, '2026-11-01', case s.audience when 'everyone' then 'coalition' else s.audience end,
       coalesce(s.coalition_id, (select t.coalition_id from public.standings t where t.organization_id = s.organization_id))
     from public.services s`,
  ]) {
    await db.given(statement);
  }
}

type ServiceOptions = {
  name: string;
  organization: string;
  coalition?: string;
  audience: string;
  state?: string;
};

/** A service with a provider of its own, as the owner of the database writes it. */
async function addService(
  db: TestDatabase,
  { name, organization, coalition, audience, state = "active" }: ServiceOptions,
): Promise<string> {
  const { id } = await db.given<{ id: string }>(
    `with provider as (
       insert into public.providers (organization_id, name) values ($1, jsonb_build_object('en', concat('provider of ', $2::text))) returning id
     )
     insert into public.services
       (organization_id, coalition_id, provider_id, name, description, source_language, audience, state, time_zone)
     select $1, $3, p.id, jsonb_build_object('en', $2::text), '{"ko": "도와드려요"}', 'en', $4::public.audience, $5::public.service_state, 'America/Chicago'
     from provider p returning id`,
    [organization, name, audience === "coalition" ? (coalition ?? null) : null, audience, state],
  );
  return id;
}
