import type { Sql } from "postgres";

/** An organization with so many people, for whom it is never night; returns its id. Written past every trigger. */
export async function addPeople(sql: Sql, slug: string, count: number): Promise<string> {
  return sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    const [organization] = await tx<{ id: string }[]>`
      insert into public.organizations (slug, legal_name, display_name, short_name, time_zone)
      values (${slug}, ${slug}, ${slug}, ${slug}, 'America/Chicago') returning id`;
    await tx`
      with accounts as (
        insert into auth.users (id, email)
        select gen_random_uuid(), concat('person-', n, '@', ${slug}::text, '.example') from generate_series(1, ${count}::int) n
        returning id, email
      ), made as (
        insert into public.people (id, display_name, language, time_zone, quiet_from, quiet_until)
        select id, split_part(email, '@', 1), 'en', 'America/Chicago', '00:00', '00:00' from accounts returning id
      )
      insert into public.memberships (organization_id, person_id, role)
      select ${organization?.id ?? ""}::uuid, id, 'admin' from made`;
    await tx`
      insert into public.invitations (organization_id, email, role, token_hash, expires_at)
      values (${organization?.id ?? ""}, ${`guest@${slug}.example`}, 'viewer', sha256(convert_to(${slug}, 'UTF8')), now() + interval '6 days')`;
    return organization?.id ?? "";
  });
}
