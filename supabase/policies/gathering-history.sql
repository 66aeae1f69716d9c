-- Who changed which fields of a gathering, and when; and one version for all of its layers.

-- Not the transaction: its number counts what others write.
grant select (organization_id, gathering_id, changed_at, person_id, acting_id, fields) on public.gathering_changes to authenticated;
create policy gathering_changes_select_owner on public.gathering_changes
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[]));

-- Nobody writes history but the triggers below.

create function private.acting_host(organization_id uuid, gathering_id uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  if private.my_person() is null then
    return null;
  elsif coalesce(current_setting('hamkke.acting', true), '') <> '' then
    return current_setting('hamkke.acting')::uuid;
  elsif acting_host.organization_id = any (private.my_organizations('gatherings.write')) then
    return null;
  end if;
  return (
    select h.host_id from public.hostings h
    where h.organization_id = acting_host.organization_id and h.gathering_id = acting_host.gathering_id
      and h.state = 'accepted' and h.may_edit and h.host_id = any (private.my_organizations('gatherings.write'))
    order by h.host_id limit 1
  );
end $$;
comment on function private.acting_host(uuid, uuid) is
  'The host as which the caller changes a gathering, by what a command noted down or by their rights; null where they act for its owner. Not for the API.';

create function private.record_change(organization_id uuid, gathering_id uuid, fields text[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  acting constant uuid := private.acting_host(record_change.organization_id, record_change.gathering_id);
begin
  insert into public.gathering_changes as c (organization_id, gathering_id, acting_id, person_id, fields)
  values (record_change.organization_id, record_change.gathering_id, acting, (
    select p.id from public.people p where p.id = private.my_person() and acting is null
  ), record_change.fields)
  on conflict on constraint gathering_changes_once_per_transaction do update
  set fields = array(
    select f.name from unnest(c.fields || excluded.fields) with ordinality as f(name, place) group by f.name order by min(f.place)
  );
end $$;
comment on function private.record_change(uuid, uuid, text[]) is
  'Adds fields to what this transaction has changed of a gathering.';

create function private.changed_fields(before jsonb, after jsonb, ignored text[]) returns text[]
language sql immutable set search_path = '' as $$
  select array(
    select k.name from jsonb_object_keys(after) as k(name)
    where before -> k.name is distinct from after -> k.name and k.name <> all (ignored)
    order by k.name
  )
$$;
comment on function private.changed_fields(jsonb, jsonb, text[]) is 'The names of columns that differ between two versions of a row.';

create function private.record_card() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  fields text[] := case when tg_op = 'INSERT' then array['created'] else private.changed_fields(
    to_jsonb(old), to_jsonb(new),
    array['version', 'updated_at', 'shared_at', 'hosted', 'starts_at', 'ends_at', 'submission_id']
  ) end;
begin
  if cardinality(fields) > 0 then
    perform private.record_change(new.organization_id, new.id, fields);
  end if;
  return null;
end $$;
comment on function private.record_card() is 'Writes the history of a card.';
create trigger gatherings_record_card after insert or update on public.gatherings
  for each row execute function private.record_card();

create function private.record_layer() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  before jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
  after jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
  row_ jsonb := case when tg_op = 'DELETE' then before else after end;
  owner constant uuid := row_ ->> 'organization_id';
  gathering constant uuid := row_ ->> 'gathering_id';
  fields text[] := array(
    select case tg_table_name
      when 'gathering_notes' then 'notes'
      when 'shares' then case row_ ->> 'layer' when 'card' then 'recipients' else 'detail.recipients' end
      else 'detail.' || k.name end
    from jsonb_object_keys(before || after) as k(name)
    where (before -> k.name is distinct from after -> k.name)
      and k.name not in ('organization_id', 'gathering_id', 'layer', 'in_force')
      -- A layer that begins or ends names what it holds, not what it leaves empty.
      and coalesce(after -> k.name, before -> k.name) not in ('""', '{}', '[]', 'null')
    group by 1 order by 1
  );
begin
  -- A gathering that goes takes its layers with it; there is nothing left to count or to tell.
  if cardinality(fields) > 0 and exists (
    select from public.gatherings g where g.organization_id = owner and g.id = gathering
  ) then
    perform private.record_change(owner, gathering, fields);
    update public.gatherings g set updated_at = now() where g.organization_id = owner and g.id = gathering;
  end if;
  return null;
end $$;
comment on function private.record_layer() is
  'Writes the history of a layer or a share, and counts the gathering''s version on, so that an edit over it is noticed.';
create trigger gathering_details_record_layer after insert or update or delete on public.gathering_details
  for each row execute function private.record_layer();
create trigger gathering_notes_record_layer after insert or update or delete on public.gathering_notes
  for each row execute function private.record_layer();
create trigger shares_record_layer after insert or delete on public.shares
  for each row execute function private.record_layer();

create function public.gathering_history(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'title', g.title,
      'changes', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'changed_at', c.changed_at, 'fields', c.fields, 'person', p.display_name,
          'by_person', c.person_id is not null, 'by_host', c.acting_id is not null,
          'host', (select o.label from private.organization_labels o where o.id = c.acting_id)
        ) order by c.changed_at desc), '[]')
        from (
          select h.changed_at, h.person_id, h.acting_id, h.fields from public.gathering_changes h
          where h.organization_id = g.organization_id and h.gathering_id = g.id
          order by h.changed_at desc limit 200
        ) c
        left join public.people p on p.id = c.person_id
      )
    )
    from public.gatherings g
    where g.id = gathering_history.gathering_id and g.organization_id = gathering_history.organization_id
      and g.organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
  );
end $$;
comment on function public.gathering_history(uuid, uuid) is
  'The last 200 changes of a gathering for its owner''s people, newest first: when, who as far as the caller may know (of a host''s change the host alone), which fields. Null for anyone else.';
grant execute on function public.gathering_history(uuid, uuid) to authenticated;
