-- What an organization that left a coalition keeps of what it counted there: its numbers, under the words it knew.

create function private.keep_pooled_words() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.pooled_kept as k (organization_id, owner_id, metric_id, words)
  select o.id, m.organization_id, m.id, jsonb_build_object(
    'name', m.name, 'unit', m.unit, 'about_registration', m.about_registration, 'goal', m.goal, 'last_month', m.last_month
  )
  from public.organizations o
  join public.pooled_metrics m on m.coalition_id = old.coalition_id and m.organization_id <> o.id
  where o.id = old.organization_id and exists (
    select from public.pooled_numbers n where n.organization_id = o.id and n.owner_id = m.organization_id and n.metric_id = m.id
  )
  on conflict on constraint pooled_kept_once do update set words = excluded.words;
  return null;
end $$;
comment on function private.keep_pooled_words() is
  'Keeps, for an organization that leaves, what the numbers are called that it entered: what its lead calls them later is the coalition''s affair.';
create trigger standings_keep_pooled_words after delete on public.standings
  for each row execute function private.keep_pooled_words();

create function private.kept_metrics(leaver uuid)
returns table (id uuid, organization_id uuid, coalition_id uuid, first_month date, facts jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select m.id, m.organization_id, m.coalition_id, m.first_month, k.words || jsonb_build_object(
      'id', m.id, 'minimum', m.minimum, 'first_month', m.first_month, 'closing_day', m.closing_day, 'time_zone', m.time_zone,
      'total', 0, 'months', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'month', d::date, 'closes_on', (d + interval '1 month')::date + m.closing_day - 1,
          'closed', private.pooled_closing(d::date, m.closing_day, m.time_zone) <= now(), 'total', null, 'contributors', null
        ) order by d), '[]')
        from generate_series(
          m.first_month::timestamp, least((k.words ->> 'last_month')::date, (now() at time zone m.time_zone)::date), interval '1 month'
        ) d
      )
    )
    from private.pooled_kept k join public.pooled_metrics m on m.organization_id = k.owner_id and m.id = k.metric_id
    where k.organization_id = kept_metrics.leaver and k.organization_id = any (private.my_organizations('actions.read'));
end $$;
comment on function private.kept_metrics(uuid) is
  'What an organization of the caller counted in coalitions that it left, as private.pooled_facts says it, in the words of that day and without a total.';
grant execute on function private.kept_metrics(uuid) to authenticated;
