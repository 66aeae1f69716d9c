import type { TestDatabase } from "./database";

type Hosts = Record<"north" | "south", string>;

/** South accepted to hold the gathering for the coalition together with north; one of each helps there. */
export async function addVolunteers(
  db: TestDatabase,
  { north, south }: Hosts,
  { member, neighbor }: Record<"member" | "neighbor", { id: string }>,
) {
  await db.given("update public.hostings set state = 'accepted', answered_at = now()");
  await db.given(
    `insert into public.volunteer_roles (organization_id, gathering_id, name, needed)
     select organization_id, id, jsonb_build_object('en', case title ->> 'en' when 'coalition' then 'interpreter' else 'door' end), 2
     from public.gatherings where organization_id = $1 and title ->> 'en' in ('coalition', 'named')`,
    [north],
  );
  for (const [organization, person] of [
    [north, member.id],
    [south, neighbor.id],
  ]) {
    await db.given(
      `insert into public.volunteer_places (organization_id, person_id, owner_id, gathering_id, role_id, during)
       select $1, $2, r.organization_id, r.gathering_id, r.id, tstzrange(g.starts_at, g.ends_at)
       from public.volunteer_roles r join public.gatherings g on g.id = r.gathering_id where r.name ->> 'en' = 'interpreter'`,
      [organization, person],
    );
  }
}

/** People who signed up for what north shows its coalition: through its own link, and through south's. */
export async function addSignups(db: TestDatabase, { north, south }: Hosts) {
  await db.given(
    `insert into public.signup_lists (organization_id, gathering_id)
     select organization_id, id from public.gatherings where title ->> 'en' = 'coalition'`,
  );
  for (const [name, organization, told] of [
    ["came to north", north, false],
    ["came to south", south, false],
    ["came to south, told north", south, true],
  ] as const) {
    await db.given(
      `insert into public.signups
         (organization_id, gathering_owner_id, gathering_id, name, seats, language, told_host, state, place, delete_at)
       select $1, l.organization_id, l.gathering_id, $2, 2, 'ko', $3, 'coming', 1, now() + interval '20 days'
       from public.signup_lists l`,
      [organization, name, told],
    );
  }
}
