import { addGathering, type Cast } from "./cast";
import type { Person, TestDatabase } from "./database";

type Role = { id: string; gathering: string };

/** A gathering of north with one role, held together with south. */
export async function addRole(db: TestDatabase, { organizations, coalitions }: Cast, needed = 2): Promise<Role> {
  const { north, south } = organizations;
  const gathering = await addGathering(db, {
    ...{ title: "fair", organization: north, coalition: coalitions.plan, audience: "coalition" },
  });
  await db.given(
    "update public.gatherings set starts_local = '2031-05-05 10:00', ends_local = '2031-05-05 12:00' where id = $1",
    [gathering],
  );
  await db.given(
    `insert into public.hostings (organization_id, gathering_id, host_id, part, state, answered_at)
     values ($1, $2, $3, 'co_host', 'accepted', now())`,
    [north, gathering, south],
  );
  const { id } = await db.given<{ id: string }>(
    `insert into public.volunteer_roles (organization_id, gathering_id, name, needed) values ($1, $2, '{"en": "door"}', $3) returning id`,
    [north, gathering, needed],
  );
  return { id, gathering };
}

export const take = (db: TestDatabase, person: Person, organization: string, role: string) =>
  db.as(person, "select public.take_place($1, $2) as taken", [organization, role]);

export async function page(db: TestDatabase, person: Person, organization: string, gathering: string) {
  const [row] = await db.as<{ page: VolunteerPage | null }>(person, "select public.volunteer_page($1, $2) as page", [
    gathering,
    organization,
  ]);
  return row?.page ?? null;
}
type VolunteerPage = {
  roles: { taken: number; needed: number }[];
  places: { id: string; person: string; mine: boolean; stands: boolean }[];
};
