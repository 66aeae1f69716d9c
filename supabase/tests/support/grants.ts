import type { Sql } from "postgres";

/** Everything that was granted on anything of ours, in words that do not depend on object ids. */
export async function grantsOf(sql: Sql): Promise<string[]> {
  return (await sql.unsafe<{ granted: string }[]>(GRANTS)).map(({ granted }) => granted);
}

/** Every policy and every trigger of ours, in the database's own words. */
export async function guardsOf(sql: Sql): Promise<string[]> {
  return (await sql.unsafe<{ guard: string }[]>(GUARDS)).map(({ guard }) => guard);
}

const OURS = "('public'::regnamespace, 'private'::regnamespace, 'core'::regnamespace)";

const GRANTS = `
  select concat_ws(' ', n.nspname || '.' || c.relname, '', x.grantee::regrole, x.privilege_type) as granted
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) x
  where c.relnamespace in ${OURS} and c.relkind <> 'i'
  union all
  select concat_ws(' ', n.nspname || '.' || c.relname, a.attname, x.grantee::regrole, x.privilege_type)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    cross join lateral aclexplode(a.attacl) x
  where c.relnamespace in ${OURS}
  union all
  select concat_ws(' ', n.nspname || '.' || f.proname, pg_get_function_identity_arguments(f.oid), x.grantee::regrole, x.privilege_type)
  from pg_proc f join pg_namespace n on n.oid = f.pronamespace
    cross join lateral aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) x
  where f.pronamespace in ${OURS}
  union all
  select concat_ws(' ', n.nspname, x.grantee::regrole, x.privilege_type)
  from pg_namespace n cross join lateral aclexplode(n.nspacl) x
  where n.nspname in ('private', 'core')
  order by 1`;

const GUARDS = `
  select concat_ws(' ', p.schemaname, p.tablename, p.policyname, p.permissive, p.roles, p.cmd, p.qual, p.with_check) as guard
  from pg_policies p where p.schemaname in ('public', 'private', 'core')
  union all
  select concat_ws(' ', c.relname, c.relrowsecurity, c.relforcerowsecurity) from pg_class c
  where c.relnamespace in ${OURS} and c.relkind in ('r', 'p')
  union all
  select pg_get_triggerdef(t.oid) from pg_trigger t join pg_proc f on f.oid = t.tgfoid
  where not t.tgisinternal and f.pronamespace in ${OURS}
  order by 1`;
