-- Who changed which fields of a service, and when; and one version for all of its layers.

-- Not the transaction: its number counts what others write.
grant select (organization_id, service_id, changed_at, person_id, fields) on public.service_changes to authenticated;
create policy service_changes_select_owner on public.service_changes
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('resources.read'))::uuid[]));

-- Nobody writes history but the triggers below.

create function private.record_service_changes(organization_ids uuid[], service_ids uuid[], fields text[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.service_changes as c (organization_id, service_id, person_id, fields)
  select u.organization_id, u.service_id, who.person_id, array_agg(distinct u.field order by u.field)
  from unnest(organization_ids, service_ids, fields) as u(organization_id, service_id, field)
  -- Of a steward's people the owner keeps no name and no number.
  left join public.memberships who on who.organization_id = u.organization_id and who.person_id = private.my_person()
  group by u.organization_id, u.service_id, who.person_id
  on conflict on constraint service_changes_once_per_transaction do update
  set fields = array(select distinct f.name from unnest(c.fields || excluded.fields) as f(name) order by f.name)
  where not c.fields @> excluded.fields;
end $$;
comment on function private.record_service_changes(uuid[], uuid[], text[]) is
  'Adds fields to what this transaction has changed of services: three lists of one length.';

create function private.record_new_services() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.record_service_changes(array_agg(a.organization_id), array_agg(a.id), array_agg('created'::text)) from added a;
  return null;
end $$;
comment on function private.record_new_services() is 'Begins the history of new services.';
create trigger services_record_new after insert on public.services
  referencing new table as added for each statement execute function private.record_new_services();

create function private.count_service_version() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end $$;
comment on function private.count_service_version() is
  'Every change of a service, or of what belongs to it, is another version. That somebody made sure changes nothing: whoever is editing goes on.';
create trigger services_count_version before update on public.services
  for each row when ((old.verified_at, old.verify_by) is not distinct from (new.verified_at, new.verify_by))
  execute function private.count_service_version();

create function private.record_service() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.record_service_changes(array_agg(a.organization_id), array_agg(a.id), array_agg(f.name))
  from before b join after a on a.id = b.id
  cross join unnest(private.changed_fields(to_jsonb(b), to_jsonb(a), array[
    'version', 'updated_at', 'shared_at', 'verified_at', 'verify_by'
  ])) as f(name);
  return null;
end $$;
comment on function private.record_service() is 'Writes the history of the cards of services.';
create trigger services_record after update on public.services
  referencing old table as before new table as after for each statement execute function private.record_service();

create function private.record_service_parts(owners uuid[], services uuid[], field text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- What is new with all its parts in one import has no history but that it came.
  if current_setting('hamkke.importing', true) = 'new' then
    return;
  end if;
  -- A service that goes takes its parts with it; there is nothing left to count or to tell.
  update public.services s set version = s.version where s.id = any (services);
  perform private.record_service_changes(array_agg(s.organization_id), array_agg(s.id), array_agg(record_service_parts.field))
  from public.services s where s.id = any (services) and s.organization_id = any (owners)
  having count(*) > 0;
end $$;
comment on function private.record_service_parts(uuid[], uuid[], text) is
  'Counts the versions of services on whose parts changed, and writes that into their history.';

create function private.record_added_parts() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.record_service_parts(array_agg(a.organization_id), array_agg(distinct a.service_id), tg_argv[0])
  from added a having count(*) > 0;
  return null;
end $$;
comment on function private.record_added_parts() is 'Writes the history of parts that came or changed.';

create function private.record_removed_parts() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.record_service_parts(array_agg(r.organization_id), array_agg(distinct r.service_id), tg_argv[0])
  from removed r having count(*) > 0;
  return null;
end $$;
comment on function private.record_removed_parts() is 'Writes the history of parts that went.';

create trigger service_phones_record_added after insert on public.service_phones
  referencing new table as added for each statement execute function private.record_added_parts('phones');
create trigger service_phones_record_changed after update on public.service_phones
  referencing new table as added for each statement execute function private.record_added_parts('phones');
create trigger service_phones_record_removed after delete on public.service_phones
  referencing old table as removed for each statement execute function private.record_removed_parts('phones');
create trigger service_schedules_record_added after insert on public.service_schedules
  referencing new table as added for each statement execute function private.record_added_parts('schedules');
create trigger service_schedules_record_changed after update on public.service_schedules
  referencing new table as added for each statement execute function private.record_added_parts('schedules');
create trigger service_schedules_record_removed after delete on public.service_schedules
  referencing old table as removed for each statement execute function private.record_removed_parts('schedules');
create trigger service_closures_record_added after insert on public.service_closures
  referencing new table as added for each statement execute function private.record_added_parts('closures');
create trigger service_closures_record_changed after update on public.service_closures
  referencing new table as added for each statement execute function private.record_added_parts('closures');
create trigger service_closures_record_removed after delete on public.service_closures
  referencing old table as removed for each statement execute function private.record_removed_parts('closures');
create trigger service_at_locations_record_added after insert on public.service_at_locations
  referencing new table as added for each statement execute function private.record_added_parts('place');
create trigger service_at_locations_record_changed after update on public.service_at_locations
  referencing new table as added for each statement execute function private.record_added_parts('place');
create trigger service_at_locations_record_removed after delete on public.service_at_locations
  referencing old table as removed for each statement execute function private.record_removed_parts('place');
create trigger service_assurances_record_added after insert on public.service_assurances
  referencing new table as added for each statement execute function private.record_added_parts('assurance');
create trigger service_assurances_record_changed after update on public.service_assurances
  referencing new table as added for each statement execute function private.record_added_parts('assurance');
create trigger service_assurances_record_removed after delete on public.service_assurances
  referencing old table as removed for each statement execute function private.record_removed_parts('assurance');
create trigger service_notes_record_added after insert on public.service_notes
  referencing new table as added for each statement execute function private.record_added_parts('notes');
create trigger service_notes_record_changed after update on public.service_notes
  referencing new table as added for each statement execute function private.record_added_parts('notes');
create trigger service_notes_record_removed after delete on public.service_notes
  referencing old table as removed for each statement execute function private.record_removed_parts('notes');
create trigger service_shares_record_added after insert on public.service_shares
  referencing new table as added for each statement execute function private.record_added_parts('recipients');
create trigger service_shares_record_removed after delete on public.service_shares
  referencing old table as removed for each statement execute function private.record_removed_parts('recipients');

create function private.service_version_of(service_id uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select s.version from public.services s
    where s.id = service_version_of.service_id and s.organization_id = any (private.my_organizations('resources.write'))
  );
end $$;
comment on function private.service_version_of(uuid) is
  'The version of a service that the caller may write; null for anyone else. It counts every layer, so nobody else learns it.';
grant execute on function private.service_version_of(uuid) to anon, authenticated;
