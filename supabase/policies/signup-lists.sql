-- Whether one may sign up for a gathering, and on which terms. The terms are its owner's.

grant select (organization_id, gathering_id, capacity, headcount_public, keep_days, closes_hours_before, closed)
  on public.signup_lists to authenticated;
create policy signup_lists_select_owner on public.signup_lists
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[]));

grant insert (organization_id, gathering_id, capacity, headcount_public, keep_days, closes_hours_before, closed)
  on public.signup_lists to authenticated;
create policy signup_lists_insert_editor on public.signup_lists
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant update (capacity, headcount_public, keep_days, closes_hours_before, closed) on public.signup_lists to authenticated;
create policy signup_lists_update_editor on public.signup_lists
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

-- No delete: a list is closed, and who stands on it still comes.

create function private.prepare_signup_list() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not coalesce(new.capacity between 1 and 10000, true) then
    perform private.refuse('number_between', 422, 'capacity', jsonb_build_object('minimum', 1, 'maximum', 10000));
  elsif new.keep_days is null or new.keep_days not between 1 and 90 then
    perform private.refuse('number_between', 422, 'keep_days', jsonb_build_object('minimum', 1, 'maximum', 90));
  elsif not coalesce(new.closes_hours_before between 0 and 720, true) then
    perform private.refuse('number_between', 422, 'closes_hours_before', jsonb_build_object('minimum', 0, 'maximum', 720));
  end if;
  return new;
end $$;
comment on function private.prepare_signup_list() is 'Refuses in words what the constraints of a list would.';
create trigger signup_lists_prepare before insert or update on public.signup_lists
  for each row execute function private.prepare_signup_list();

create function private.follow_signup_list() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Never later than a person was told.
  update public.signups s
  set delete_at = least(s.delete_at, g.ends_at + make_interval(days => new.keep_days))
  from public.gatherings g
  where s.gathering_owner_id = new.organization_id and s.gathering_id = new.gathering_id
    and g.organization_id = new.organization_id and g.id = new.gathering_id
    and s.delete_at > g.ends_at + make_interval(days => new.keep_days);
  perform private.promote(new);
  return null;
end $$;
comment on function private.follow_signup_list() is
  'When the terms of a list change: people are kept no longer than it says now, and more room is given to who waits.';
create trigger signup_lists_follow after update on public.signup_lists
  for each row when (old.capacity is distinct from new.capacity or old.keep_days <> new.keep_days)
  execute function private.follow_signup_list();

create function public.save_signup_list(gathering_id uuid, organization_id uuid, terms jsonb, scope text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  list public.signup_lists;
  occurrences uuid[];
begin
  perform private.require_writer(save_signup_list.organization_id, 'gatherings.write');
  occurrences := private.chosen_occurrences(save_signup_list.gathering_id, save_signup_list.organization_id, scope);
  if cardinality(occurrences) = 0 then
    perform private.refuse('not_found', 404);
  end if;
  list := jsonb_populate_record(list, terms);
  insert into public.signup_lists as l (
    organization_id, gathering_id, capacity, headcount_public, keep_days, closes_hours_before, closed
  )
  select save_signup_list.organization_id, o.id, list.capacity, coalesce(list.headcount_public, false),
    coalesce(list.keep_days, 14), list.closes_hours_before, coalesce(list.closed, false)
  from unnest(occurrences) with ordinality as o(id, place) order by o.place
  on conflict on constraint signup_lists_one_per_gathering do update set
    capacity = excluded.capacity, headcount_public = excluded.headcount_public, keep_days = excluded.keep_days,
    closes_hours_before = excluded.closes_hours_before, closed = excluded.closed;
  return jsonb_build_object('id', save_signup_list.gathering_id, 'occurrences', cardinality(occurrences));
end $$;
comment on function public.save_signup_list(uuid, uuid, jsonb, text) is
  'Opens a gathering for sign-up, changes the terms or closes it, also for the others of its series (scope: this, following, all). Nobody who has seats loses them. Refuses not_found, not_allowed, number_between.';

create function public.signup_settings(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.card || jsonb_build_object(
      'repeats', cardinality(private.chosen_occurrences(c.id, c.organization_id, 'all')) > 1,
      'list', (
        select jsonb_build_object(
          'capacity', l.capacity, 'headcount_public', l.headcount_public, 'keep_days', l.keep_days,
          'closes_hours_before', l.closes_hours_before, 'closed', l.closed
        )
        from public.signup_lists l where l.organization_id = c.organization_id and l.gathering_id = c.id
      )
    )
    from private.gathering_cards c
    where c.id = signup_settings.gathering_id and c.organization_id = signup_settings.organization_id
      and c.organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
  );
end $$;
comment on function public.signup_settings(uuid, uuid) is
  'A gathering with the terms on which one may sign up, if one may, for those who may change them; null for anyone else.';

create function private.signup_problem(list public.signup_lists, gathering public.gatherings) returns text
language plpgsql stable set search_path = '' as $$
begin
  return case
    when gathering.state = 'cancelled' then 'gathering_cancelled'
    when gathering.ends_at <= now() then 'gathering_over'
    when gathering.state = 'draft' or list.closed
      or gathering.starts_at - make_interval(hours => list.closes_hours_before) <= now() then 'signups_closed'
  end;
end $$;
comment on function private.signup_problem(public.signup_lists, public.gatherings) is
  'Why one cannot sign up now, as a message key; null where one can. Not for the API.';

grant execute on function public.save_signup_list(uuid, uuid, jsonb, text), public.signup_settings(uuid, uuid) to authenticated;
