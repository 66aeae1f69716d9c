-- Who may see and change how gatherings repeat, and what a page tells of it.

-- Whoever sees an occurrence may know what it is one of. Its rule, how many there are and which do not take place, only
-- its owner's people know: private.whole_series. Others are told what the occurrences they see bear out.
grant select (id, organization_id) on public.gathering_series to anon, authenticated;
create policy gathering_series_select_visitor on public.gathering_series
  for select to anon
  using (exists (
    select from public.gatherings g
    where g.organization_id = gathering_series.organization_id and g.series_id = gathering_series.id
  ));
create policy gathering_series_select_audience on public.gathering_series
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
    or exists (
      select from public.gatherings g
      where g.organization_id = gathering_series.organization_id and g.series_id = gathering_series.id
    )
  );

grant insert (
  organization_id, rule, starts_local, ends_local, time_zone, excepted, added, skipped, expanded_until, finished
) on public.gathering_series to authenticated;
create policy gathering_series_insert_editor on public.gathering_series
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant update (rule, excepted, added, skipped, expanded_until, finished) on public.gathering_series to authenticated;
create policy gathering_series_update_editor on public.gathering_series
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant delete on public.gathering_series to authenticated;
create policy gathering_series_delete_editor on public.gathering_series
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

create function private.prepare_series() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.rule !~ '^(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(UNTIL|COUNT|INTERVAL|BYMONTH|BYMONTHDAY|BYDAY|BYSETPOS|WKST)=[0-9A-Z,+-]+)*)?$'
    or char_length(new.rule) > 500 then
    perform private.refuse('rule_not_understood', 422, 'repeats');
  elsif cardinality(new.excepted) > 1000 then
    perform private.refuse('too_many', 422, 'except_on', jsonb_build_object('maximum', 1000));
  elsif cardinality(new.added) > 1000 then
    perform private.refuse('too_many', 422, 'also_on', jsonb_build_object('maximum', 1000));
  elsif new.ends_local <= new.starts_local then
    perform private.refuse('ends_before_it_starts', 422, 'ends');
  elsif new.ends_local - new.starts_local > interval '31 days' then
    perform private.refuse('too_long_lasting', 422, 'ends');
  elsif new.starts_local < '2000-01-01' or new.ends_local >= '2100-01-01' then
    perform private.refuse('out_of_range', 422, 'starts');
  elsif not exists (select from core.time_zones z where z.name = new.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  end if;
  return new;
end $$;
comment on function private.prepare_series() is 'Refuses in words what the constraints of a series would, and what is no rule.';
create trigger gathering_series_prepare before insert or update on public.gathering_series
  for each row execute function private.prepare_series();

create function private.whole_series(series_id uuid) returns public.gathering_series
language plpgsql stable security definer set search_path = '' as $$
declare
  series public.gathering_series;
begin
  select * into series from public.gathering_series s
  where s.id = whole_series.series_id and s.organization_id = any (private.my_organizations('gatherings.read'));
  return series;
end $$;
comment on function private.whole_series(uuid) is 'All that is known of a series, for its owner''s people; null for anyone else.';

create function private.repetition_of(gathering_id uuid, series_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  whole public.gathering_series := private.whole_series(repetition_of.series_id);
begin
  if repetition_of.series_id is null then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'rule', coalesce(whole.rule, private.rules_of(array(
        select g.id from public.gatherings g where g.organization_id = s.organization_id and g.series_id = s.id
      )) #>> array[s.id::text, 'rule']),
      'skipped', coalesce(to_jsonb(whole.skipped), '[]'),
      'previous', (
        select jsonb_build_object('id', g.id, 'starts_local', g.starts_local)
        from public.gatherings g
        where g.organization_id = s.organization_id and g.series_id = s.id and (g.starts_at, g.id) < (this.starts_at, this.id)
        order by g.starts_at desc, g.id desc limit 1
      ),
      'next', (
        select jsonb_build_object('id', g.id, 'starts_local', g.starts_local)
        from public.gatherings g
        where g.organization_id = s.organization_id and g.series_id = s.id and (g.starts_at, g.id) > (this.starts_at, this.id)
        order by g.starts_at, g.id limit 1
      ),
      'coming', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', c.id, 'starts_local', c.starts_local, 'ends_local', c.ends_local, 'state', c.state
        ) order by c.starts_at, c.id), '[]')
        from (
          select g.id, g.starts_local, g.ends_local, g.state, g.starts_at
          from public.gatherings g
          where g.organization_id = s.organization_id and g.series_id = s.id and g.ends_at > now()
          order by g.starts_at, g.id limit 8
        ) c
      )
    )
    from public.gathering_series s join public.gatherings this on this.id = repetition_of.gathering_id
    where s.id = repetition_of.series_id
  );
end $$;
comment on function private.repetition_of(uuid, uuid) is
  'How a gathering repeats, the occurrences beside it and the next eight to come, as far as the reader may see them. A reader who is none of the owner''s people learns no count, nor that anything is hidden: the rule is as much of it as the occurrences they see bear out.';

create function private.edited_series(gathering_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  edited record;
  whole public.gathering_series;
begin
  select g.series_id, g.organization_id, g.recurrence_local, g.ends_at into edited
  from public.gatherings g where g.id = edited_series.gathering_id;
  whole := private.whole_series(edited.series_id);
  if whole.id is null then
    return null;
  end if;
  return jsonb_build_object(
    'rule', whole.rule, 'starts_local', whole.starts_local, 'excepted', whole.excepted, 'added', whole.added,
    'recurrence_local', edited.recurrence_local,
    'over', edited.ends_at <= now(),
    'resumes_local', (
      select min(g.recurrence_local) from public.gatherings g
      where g.organization_id = edited.organization_id and g.series_id = whole.id and g.ends_at > now()
    )
  );
end $$;
comment on function private.edited_series(uuid) is
  'What the form of an occurrence needs to know of its series: the rule, which occurrence it is, and the first that is not over. Null for a gathering that does not repeat.';

grant execute on function private.whole_series(uuid), private.repetition_of(uuid, uuid) to anon, authenticated;
grant execute on function private.edited_series(uuid) to authenticated;

create function private.singled_out(organization_id uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select g.id from public.gatherings g
    where g.organization_id = singled_out.organization_id and g.singled_out
      and g.organization_id = any (private.my_organizations('gatherings.write'))
  );
end $$;
comment on function private.singled_out(uuid) is
  'Occurrences of an organization that were changed alone, for its editors: a change of the notes alone makes one such, so nobody else may ask.';
grant execute on function private.singled_out(uuid) to authenticated;

create function private.chosen_occurrences(gathering_id uuid, organization_id uuid, scope text) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select g.id
    from public.gatherings this
    join public.gatherings g on g.organization_id = this.organization_id and (g.id = this.id or (
      g.series_id = this.series_id and g.ends_at > now()
      and (scope = 'all' or (scope = 'following' and g.recurrence_local >= this.recurrence_local))
    ))
    where this.id = chosen_occurrences.gathering_id and this.organization_id = chosen_occurrences.organization_id
      and this.organization_id = any (private.my_organizations('gatherings.write'))
    order by g.starts_at, g.id
  );
end $$;
comment on function private.chosen_occurrences(uuid, uuid, text) is
  'A gathering and, with the scope "following" or "all", the others of its series that are not over, for those who may write it; none for anyone else.';
grant execute on function private.chosen_occurrences(uuid, uuid, text) to authenticated;
