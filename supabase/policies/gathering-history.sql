-- Who changed which fields of a gathering, and when; and one version for all of its layers.

-- Not the transaction: its number counts what others write.
grant select (organization_id, gathering_id, changed_at, person_id, fields) on public.gathering_changes to authenticated;
create policy gathering_changes_select_owner on public.gathering_changes
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[]));

-- Nobody writes history but the triggers below.

create function private.record_changes(organization_ids uuid[], gathering_ids uuid[], fields text[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.gathering_changes as c (organization_id, gathering_id, person_id, fields)
  select e.organization_id, e.gathering_id, who.id, array_agg(e.field order by e.field)
  from (
    select distinct u.organization_id, u.gathering_id, u.field
    from unnest(organization_ids, gathering_ids, fields) as u(organization_id, gathering_id, field)
  ) e
  left join (select p.id from public.people p where p.id = private.my_person()) who on true
  group by e.organization_id, e.gathering_id, who.id
  on conflict on constraint gathering_changes_once_per_transaction do update
  set fields = array(
    select f.name from unnest(c.fields || excluded.fields) with ordinality as f(name, place) group by f.name order by min(f.place)
  )
  where not c.fields @> excluded.fields;
end $$;
comment on function private.record_changes(uuid[], uuid[], text[]) is
  'Adds fields to what this transaction has changed of gatherings: three lists of one length.';

create function private.changed_fields(before jsonb, after jsonb, ignored text[]) returns text[]
language sql immutable set search_path = '' as $$
  select array(
    select k.name from jsonb_object_keys(after) as k(name)
    where before -> k.name is distinct from after -> k.name and k.name <> all (ignored)
    order by k.name
  )
$$;
comment on function private.changed_fields(jsonb, jsonb, text[]) is 'The names of columns that differ between two versions of a row.';

create function private.record_new_cards() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.record_changes(array_agg(a.organization_id), array_agg(a.id), array_agg('created'::text)) from added a;
  return null;
end $$;
comment on function private.record_new_cards() is 'Begins the history of new cards.';
create trigger gatherings_record_new_cards after insert on public.gatherings
  referencing new table as added for each statement execute function private.record_new_cards();

create function private.record_card() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.record_changes(array_agg(a.organization_id), array_agg(a.id), array_agg(f.name))
  from before b join after a on a.id = b.id
  cross join unnest(private.changed_fields(to_jsonb(b), to_jsonb(a), array[
    'version', 'updated_at', 'shared_at', 'starts_at', 'ends_at', 'submission_id', 'series_id', 'recurrence_local', 'singled_out',
    'sequence', 'revised_at', 'hosted'
  ])) as f(name);
  return null;
end $$;
comment on function private.record_card() is 'Writes the history of cards.';
create trigger gatherings_record_card after update on public.gatherings
  referencing old table as before new table as after for each statement execute function private.record_card();

create function private.record_layer() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  before jsonb[];
  after jsonb[];
begin
  -- One function for three kinds of statement: each sees the rows that its trigger names.
  if tg_op = 'INSERT' then
    select array_agg('{}'::jsonb), array_agg(to_jsonb(a)) into before, after from added a;
  elsif tg_op = 'DELETE' then
    select array_agg(to_jsonb(r)), array_agg('{}'::jsonb) into before, after from removed r;
  else
    select array_agg(to_jsonb(r)), array_agg(to_jsonb(a)) into before, after
    from removed r join added a on a.organization_id = r.organization_id and a.gathering_id = r.gathering_id;
  end if;
  perform private.record_layers(tg_table_name, before, after);
  return null;
end $$;
comment on function private.record_layer() is
  'Writes the history of layers and shares, and counts the versions of their gatherings on, so that an edit over it is noticed.';

create function private.record_layers(layer text, before jsonb[], after jsonb[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  owners uuid[];
  gatherings uuid[];
  fields text[];
begin
  -- A gathering that goes takes its layers with it; there is nothing left to count or to tell.
  select array_agg(g.organization_id), array_agg(g.id), array_agg(case layer
      when 'gathering_notes' then 'notes'
      when 'shares' then case coalesce(r.after ->> 'layer', r.before ->> 'layer') when 'card' then 'recipients' else 'detail.recipients' end
      else 'detail.' || k.name end)
  into owners, gatherings, fields
  from unnest(before, after) as r(before, after)
  join public.gatherings g on g.organization_id = coalesce(r.after ->> 'organization_id', r.before ->> 'organization_id')::uuid
    and g.id = coalesce(r.after ->> 'gathering_id', r.before ->> 'gathering_id')::uuid
  cross join jsonb_object_keys(r.before || r.after) as k(name)
  where r.before -> k.name is distinct from r.after -> k.name
    and k.name not in ('organization_id', 'gathering_id', 'layer', 'in_force')
    -- A layer that begins or ends names what it holds, not what it leaves empty.
    and coalesce(r.after -> k.name, r.before -> k.name) not in ('""', '{}', '[]', 'null');
  if gatherings is null then
    return;
  end if;
  perform private.record_changes(owners, gatherings, fields);
  -- Nobody has seen a version yet of an occurrence that is being made.
  update public.gatherings g set updated_at = now()
  where (g.organization_id, g.id) in (select * from unnest(owners, gatherings))
    and coalesce(g.series_id::text <> current_setting('hamkke.making', true), true);
end $$;
comment on function private.record_layers(text, jsonb[], jsonb[]) is
  'The same for pairs of rows of one table, each as it was and as it is.';

create trigger gathering_details_record_added after insert on public.gathering_details
  referencing new table as added for each statement execute function private.record_layer();
create trigger gathering_details_record_changed after update on public.gathering_details
  referencing old table as removed new table as added for each statement execute function private.record_layer();
create trigger gathering_details_record_removed after delete on public.gathering_details
  referencing old table as removed for each statement execute function private.record_layer();
create trigger gathering_notes_record_added after insert on public.gathering_notes
  referencing new table as added for each statement execute function private.record_layer();
create trigger gathering_notes_record_changed after update on public.gathering_notes
  referencing old table as removed new table as added for each statement execute function private.record_layer();
create trigger gathering_notes_record_removed after delete on public.gathering_notes
  referencing old table as removed for each statement execute function private.record_layer();
create trigger shares_record_added after insert on public.shares
  referencing new table as added for each statement execute function private.record_layer();
create trigger shares_record_removed after delete on public.shares
  referencing old table as removed for each statement execute function private.record_layer();

create function public.gathering_history(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'title', g.title,
      'changes', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'changed_at', c.changed_at, 'fields', c.fields, 'person', p.display_name,
          'by_person', c.person_id is not null
        ) order by c.changed_at desc), '[]')
        from (
          select h.changed_at, h.person_id, h.fields from public.gathering_changes h
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
  'The last 200 changes of a gathering for its owner''s people, newest first: when, who as far as the caller may know, which fields. Null for anyone else.';
grant execute on function public.gathering_history(uuid, uuid) to authenticated;
