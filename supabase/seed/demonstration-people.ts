import type { TransactionSql } from "postgres";
import type { DemonstrationGathering } from "./gatherings/gathering";

type Of = { organizationId: string; id: string };

/** Opens a gathering for sign-up; who came first has a seat, and the rest wait. */
export async function addSignups(
  tx: TransactionSql,
  { capacity, people }: NonNullable<DemonstrationGathering["signups"]>,
  { organizationId, id, ids }: Of & { ids: Map<string, string> },
): Promise<void> {
  await tx`
    insert into public.signup_lists (organization_id, gathering_id, capacity, headcount_public)
    values (${organizationId}, ${id}, ${capacity}, true)`;
  let taken = 0;
  for (const [place, { via, name, seats, language, needs = [], toldHost = false }] of people.entries()) {
    const fits = taken + seats <= capacity;
    if (fits) taken += seats;
    await tx`
      insert into public.signups (
        organization_id, gathering_owner_id, gathering_id, name, seats, language, needs, told_host, state, place, delete_at
      )
      select ${ids.get(via) ?? ""}, g.organization_id, g.id, ${name}, ${seats}, ${language}, ${needs}, ${toldHost},
        ${fits ? "coming" : "waiting"}, ${place + 1}, g.ends_at + interval '14 days'
      from public.gatherings g where g.id = ${id}`;
  }
}

/** What volunteers are needed for, and those of the owner's accounts that take some of it. */
export async function addVolunteers(
  tx: TransactionSql,
  volunteers: NonNullable<DemonstrationGathering["volunteers"]>,
  { organizationId, owner, id }: Of & { owner: string },
): Promise<void> {
  for (const { name, needed, languages, takenBy } of volunteers) {
    const [role] = await tx<{ id: string }[]>`
      insert into public.volunteer_roles (organization_id, gathering_id, name, needed, languages)
      values (${organizationId}, ${id}, ${tx.json(name)}, ${needed}, ${languages}) returning id`;
    await tx`
      insert into public.volunteer_places (organization_id, person_id, owner_id, gathering_id, role_id, during)
      select g.organization_id, u.id, g.organization_id, g.id, ${role?.id ?? ""}, tstzrange(g.starts_at, g.ends_at)
      from public.gatherings g, auth.users u
      where g.id = ${id} and u.email = any (${takenBy.map((account) => `${account}@${owner}.example`)})`;
  }
}
