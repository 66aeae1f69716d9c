-- Takes away everything that supabase/policies made, so that what is replayed afterwards is the whole truth.
-- Never with cascade: should state depend on behaviour, this fails and says so.
do $$
declare
  target record;
  ours constant oid[] := array['public'::regnamespace, 'private'::regnamespace, 'core'::regnamespace]::oid[];
  behaviour constant oid[] := array['public'::regnamespace, 'private'::regnamespace]::oid[];
  api constant text := 'public, anon, authenticated, service_role';
begin
  for target in
    select p.polname, p.polrelid::regclass as relation
    from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
    where c.relnamespace = any (ours)
  loop
    execute format('drop policy %I on %s', target.polname, target.relation);
  end loop;

  -- Triggers call our functions on other schemas' tables too (auth.users).
  for target in
    select t.tgname, t.tgrelid::regclass as relation
    from pg_catalog.pg_trigger t join pg_catalog.pg_proc f on f.oid = t.tgfoid
    where not t.tgisinternal and f.pronamespace = any (behaviour)
  loop
    execute format('drop trigger %I on %s', target.tgname, target.relation);
  end loop;

  for target in
    select c.oid::regclass as relation from pg_catalog.pg_class c
    where c.relnamespace = any (behaviour) and c.relkind = 'v'
      and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.oid desc
  loop
    execute format('drop view %s', target.relation);
  end loop;

  -- Event triggers belong to whoever runs the database, extensions' functions to their extension.
  for target in
    select f.oid::regprocedure as routine from pg_catalog.pg_proc f
    where f.pronamespace = any (behaviour) and f.prorettype <> 'event_trigger'::regtype
      and not exists (select from pg_catalog.pg_depend d where d.objid = f.oid and d.deptype = 'e')
  loop
    execute format('drop routine %s', target.routine);
  end loop;

  for target in
    select n.nspname from pg_catalog.pg_namespace n where n.oid = any (ours)
  loop
    execute format('revoke all on all tables in schema %I from %s', target.nspname, api);
    execute format('revoke all on all sequences in schema %I from %s', target.nspname, api);
    execute format('revoke all on all routines in schema %I from %s', target.nspname, api);
  end loop;
  execute format('revoke all on schema private, core from %s', api);
end $$;
