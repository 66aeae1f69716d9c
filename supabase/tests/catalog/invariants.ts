/** What must hold of the whole catalog. `offenders` returns what breaks the rule; `violation` breaks it on purpose. */
export type Invariant = { offenders: string; violation: string };

const ours = "('public'::regnamespace, 'private'::regnamespace, 'core'::regnamespace)";
const callersOfTheApi = "array['anon', 'authenticated', 'service_role']";

/** Every policy with its table, its expressions as Postgres understood them, and the columns they depend on. */
const policies = `(
  select p.oid, p.polname, p.polcmd, p.polroles, p.polrelid, p.polrelid::regclass::text as relation, c.relname,
    p.polqual, p.polwithcheck,
    concat(pg_get_expr(p.polqual, p.polrelid), ' ', pg_get_expr(p.polwithcheck, p.polrelid)) as expression,
    array(select a.attname::text from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
      where d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refobjid = p.polrelid) as columns
  from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace in ${ours}
) as policies`;

const functions = `(
  select f.*, f.oid::regprocedure::text as signature from pg_proc f
  where f.pronamespace in ${ours}
    and not exists (select from pg_depend d where d.objid = f.oid and d.deptype = 'e')
) as functions`;

export const policyInvariants: Record<string, Invariant> = {
  "every policy names the roles it is for": {
    offenders: `select relation, polname from ${policies} where 0 = any (polroles)`,
    violation: "create policy people_select_anybody on public.people for select using (false)",
  },
  "every policy is for one command, and is called after its table, its command and who it serves": {
    offenders: `select relation, polname from ${policies}
      where polname !~ concat('^', relname, '_',
        case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else '!' end,
        '_[a-z_]+$')`,
    violation:
      "create policy people_all_self on public.people for all to authenticated using (false) with check (false)",
  },
  "no policy compares a column with itself": {
    offenders: String.raw`select relation, polname from ${policies} where expression ~ '(\m[a-z_]+\.[a-z_]+)\M = \1\M'`,
    violation: `create policy gatherings_select_shared on public.gatherings for select to authenticated using (
      exists (select from public.shares s where s.organization_id = organization_id))`,
  },
  "a policy of a table with an owner asks about the row's owner, coalition or audience": {
    offenders: `select relation, polname from ${policies}
      where exists (select from pg_attribute a where a.attrelid = polrelid and a.attname = 'organization_id')
        and not columns && array['organization_id', 'coalition_id', 'audience']`,
    violation: `create policy gatherings_select_anybody on public.gatherings for select to authenticated
      using ((select private.my_person()) is not null)`,
  },
  "a policy that lets rows in checks them": {
    offenders: `select relation, polname from ${policies} where polcmd in ('a', 'w', '*') and polwithcheck is null`,
    violation: "create policy people_update_all on public.people for update to authenticated using (false)",
  },
  "no policy opens to whoever has no identity": {
    offenders: String.raw`select relation, polname from ${policies}
      where expression ~* '(uid|my_person|jwt|role)\(\)[^()]*(AS \w+)?\)*\s+IS NULL'`,
    violation: `create policy people_select_nobody on public.people for select to authenticated
      using ((select auth.uid()) is null or id = (select private.my_person()))`,
  },
  "every question a policy asks of a function is asked once a statement, never of a row": {
    offenders: String.raw`select relation, polname from ${policies}
      where regexp_count(expression, '\m(auth|private|public|core)\.[a-z_]+\(')
        <> regexp_count(expression, 'SELECT (auth|private)\.[a-z_]+\((''[a-z._]+''::text)?\)')`,
    violation: `create policy people_select_bare on public.people for select to authenticated
      using (id = (select private.my_person()) or id = private.my_person())`,
  },
  "every grant has a policy and every policy a grant": {
    offenders: `
      with granted as (
        select c.oid, r.rolname, k.command
        from pg_class c
        cross join pg_roles r
        cross join (values ('r', 'select'), ('a', 'insert'), ('w', 'update'), ('d', 'delete')) as k(command, privilege)
        where c.relnamespace in ${ours} and c.relkind in ('r', 'p') and r.rolname = any (${callersOfTheApi})
          and (has_table_privilege(r.rolname, c.oid, k.privilege)
            or (k.privilege <> 'delete' and has_any_column_privilege(r.rolname, c.oid, k.privilege)))
      ), governed as (
        select p.polrelid as oid, r.rolname, p.polcmd::text as command
        from ${policies.replace("as policies", "as p")} join pg_roles r on r.oid = any (p.polroles)
      )
      (select oid::regclass::text, rolname, command from granted except select oid::regclass::text, rolname, command from governed)
      union all
      (select oid::regclass::text, rolname, command from governed except select oid::regclass::text, rolname, command from granted)`,
    violation: "grant delete on public.gatherings to authenticated",
  },
};

export const grantInvariants: Record<string, Invariant> = {
  "no caller reads a number that counts the rows of all organizations": {
    offenders: `
      select a.attrelid::regclass::text as relation, a.attname::text from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where c.relnamespace in ${ours} and c.relkind in ('r', 'p') and not a.attisdropped
        and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%')
        and (has_column_privilege('anon', a.attrelid, a.attnum, 'select')
          or has_column_privilege('authenticated', a.attrelid, a.attnum, 'select'))`,
    violation: "grant select (id) on public.letter_deeds to authenticated",
  },
  "no caller of the API may give a row to another owner, choose its id, or write what is derived": {
    offenders: `select c.oid::regclass::text, a.attname, r from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      cross join unnest(${callersOfTheApi}) r
      where c.relnamespace in ${ours} and (
        (a.attname in ('organization_id', 'person_id', 'id') and has_column_privilege(r, c.oid, a.attnum, 'update'))
        or (a.attname in ('id', 'starts_at', 'ends_at', 'version', 'shared_at', 'in_force', 'created_at', 'updated_at')
          and (has_column_privilege(r, c.oid, a.attnum, 'insert') or has_column_privilege(r, c.oid, a.attnum, 'update'))))`,
    violation: "grant update (organization_id) on public.gatherings to authenticated",
  },
  "no caller of the API reads the number of a transaction, which counts what others write": {
    offenders: `select c.oid::regclass::text, a.attname, r from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      cross join unnest(${callersOfTheApi}) r
      where c.relnamespace in ${ours} and a.atttypid in ('xid8'::regtype, 'xid'::regtype, 'pg_lsn'::regtype)
        and has_column_privilege(r, c.oid, a.attnum, 'select')`,
    violation: "grant select (transaction_id) on public.gathering_changes to authenticated",
  },
  "nobody may truncate, refer to, attach triggers to or maintain a table": {
    offenders: `select c.oid::regclass::text, x.privilege_type from pg_class c
      cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) x
      where c.relnamespace in ${ours} and x.grantee <> c.relowner
        and x.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN')`,
    violation: "grant truncate on public.people to authenticated",
  },
  "grants on the API's tables name their columns": {
    offenders: `select c.oid::regclass::text, x.privilege_type from pg_class c
      cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) x
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and x.grantee <> c.relowner
        and x.privilege_type in ('SELECT', 'INSERT', 'UPDATE')`,
    violation: "grant insert on public.people to authenticated",
  },
  "neither everybody nor the service role holds anything of ours": {
    offenders: `
      select c.oid::regclass::text as thing, x.privilege_type from pg_class c
      cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) x
      where c.relnamespace in ${ours} and c.relkind in ('r', 'p', 'v', 'S') and x.grantee in (0, 'service_role'::regrole)
      union all
      select c.oid::regclass::text, x.privilege_type from pg_class c join pg_attribute a on a.attrelid = c.oid
      cross join lateral aclexplode(a.attacl) x
      where c.relnamespace in ${ours} and x.grantee in (0, 'service_role'::regrole)`,
    violation: "grant select (id) on public.people to service_role",
  },
  "no function of ours may be executed by everybody": {
    offenders: `select signature from ${functions}
      where exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) x where x.grantee = 0)`,
    violation: "grant execute on function private.me() to public",
  },
  "no partition is granted past its table": {
    offenders: `select c.oid::regclass::text from pg_class c cross join unnest(${callersOfTheApi}) r
      where c.relnamespace in ${ours} and c.relispartition
        and (has_table_privilege(r, c.oid, 'select, insert, update, delete')
          or has_any_column_privilege(r, c.oid, 'select, insert, update'))`,
    violation: `create table public.years (organization_id uuid, day date) partition by range (day);
      create table public.years_2026 partition of public.years for values from ('2026-01-01') to ('2027-01-01');
      grant select (day) on public.years_2026 to authenticated`,
  },
};

export const shapeInvariants: Record<string, Invariant> = {
  "every table has row security, and its owner is under it too": {
    offenders: `select c.oid::regclass::text from pg_class c
      where c.relnamespace in ${ours} and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
    violation: "alter table public.people no force row level security",
  },
  "a reference between tables with owners carries the owner": {
    offenders: `select k.conname from pg_constraint k
      join pg_attribute mine on mine.attrelid = k.conrelid and mine.attname = 'organization_id'
      join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attname = 'organization_id'
      where k.contype = 'f' and k.connamespace in ${ours}
        and not exists (
          -- By the row's own owner, or, in a row that a guest owns, by the owner of what it is about.
          select from unnest(k.conkey, k.confkey) as pair(of_mine, of_theirs)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.of_mine
          where pair.of_theirs = theirs.attnum and (pair.of_mine = mine.attnum or a.attname ~ '(^|_)owner_id$')
        )`,
    violation:
      "alter table public.shares add constraint loose foreign key (gathering_id) references public.gatherings (id)",
  },
  "a unique key of a table with owners carries the owner, or is an id that no caller chooses": {
    offenders: `select i.indexrelid::regclass::text from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_attribute o on o.attrelid = i.indrelid and o.attname = 'organization_id'
      where c.relnamespace in ${ours} and i.indisunique and o.attnum <> all (i.indkey::smallint[])
        and exists (
          select from unnest(i.indkey::smallint[]) k(n)
          where k.n = 0 or has_column_privilege('authenticated', i.indrelid, k.n, 'insert, update')
            or (select attname from pg_attribute where attrelid = i.indrelid and attnum = k.n) <> 'id'
        )
        and i.indrelid <> 'private.first_links'::regclass`,
    violation: "create unique index loose on public.gatherings (starts_local)",
  },
  "views see what their reader sees": {
    offenders: `select c.oid::regclass::text from pg_class c
      where c.relnamespace in ${ours} and c.relkind in ('v', 'm')
        and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
    violation: "create view private.everybody as select id from public.people",
  },
  "functions that look past row security are out of the API's reach": {
    offenders: `select signature from ${functions} where prosecdef and pronamespace = 'public'::regnamespace`,
    violation: `create function public.look() returns bigint language sql security definer set search_path = ''
      as 'select count(*) from public.people'`,
  },
  "every function pins its search path": {
    offenders: `select signature from ${functions} where not coalesce('search_path=""' = any (proconfig), false)`,
    violation: "alter function private.me() reset search_path",
  },
  "every table, view, function and type says what it is": {
    offenders: `
      select c.oid::regclass::text as thing from pg_class c
      where c.relnamespace in ${ours} and c.relkind in ('r', 'p', 'v') and obj_description(c.oid, 'pg_class') is null
      union all select signature from ${functions} where obj_description(oid, 'pg_proc') is null
      union all select t.oid::regtype::text from pg_type t
      where t.typnamespace in ${ours} and t.typtype = 'e' and obj_description(t.oid, 'pg_type') is null`,
    violation: "comment on table public.people is null",
  },
  "no column holds what could be taken and used against somebody": {
    offenders: `select c.oid::regclass::text, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relnamespace in ${ours} and c.relkind in ('r', 'p')
        and a.attname ~ '(birth|ssn|social_security|alien|immigration|a_number|nationality|citizen|country|passport|visa|home_address|party)'
        -- Where an office stands, not where anybody comes from.
        and (c.relname, a.attname) <> ('locations', 'country')`,
    violation: "alter table public.people add column country_of_birth text",
  },
};
