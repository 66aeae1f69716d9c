-- What a calendar that was read would change here. Compared anew whenever it is shown or imported, with the reader's own
-- rights: what an entry said when it was last imported, what it says now, and what stands here.

create view private.importable_gatherings with (security_invoker = true) as
select
  g.organization_id, g.id as gathering_id, g.series_id, g.recurrence_local, g.ends_at,
  coalesce(d.audience = 'everyone', false) as is_public,
  jsonb_build_object(
    'title', g.title, 'description', g.description,
    'when', jsonb_build_object(
      'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone,
      'starts_fold', g.starts_fold, 'ends_fold', g.ends_fold
    ),
    'address', coalesce(d.address, ''), 'online_url', coalesce(d.online_url, '')
  ) as ours
from public.gatherings g
left join public.gathering_details d on d.organization_id = g.organization_id and d.gathering_id = g.id;
comment on view private.importable_gatherings is 'Gatherings as an entry of a calendar kept elsewhere would say them.';
grant select on private.importable_gatherings to authenticated;

create view private.imported_gatherings with (security_invoker = true) as
select
  i.organization_id, i.uid, i.recurrence_id, i.content as base, g.gathering_id, g.series_id, g.ends_at, g.is_public, g.ours
from (
  select e.organization_id, e.uid, e.recurrence_id, e.content, e.gathering_id as became
  from public.imported_events e where e.gathering_id is not null
  union all
  -- Of a series all of its dates, but those that an entry of their own speaks of.
  select e.organization_id, e.uid, e.recurrence_id, e.content, o.id
  from public.imported_events e
  join public.gatherings o on o.organization_id = e.organization_id and o.series_id = e.series_id
  where not exists (
    select from public.imported_events c where c.organization_id = o.organization_id and c.gathering_id = o.id
  )
) i
join private.importable_gatherings g on g.organization_id = i.organization_id and g.gathering_id = i.became;
comment on view private.imported_gatherings is
  'Gatherings that came from a calendar kept elsewhere, as its entries would say them now, beside what they said when imported.';
grant select on private.imported_gatherings to authenticated;

create function private.in_languages(texts jsonb, languages jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(t.tag, t.item), '{}') from jsonb_each(texts) as t(tag, item) where languages ? t.tag
$$;
comment on function private.in_languages(jsonb, jsonb) is 'Of a text in several languages those that another one has too.';

create function private.repetition_in(said jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(nullif(said -> 'repeats', 'null'), (said -> 'when') - array['starts_fold', 'ends_fold'])
$$;
comment on function private.repetition_in(jsonb) is 'How something repeats, or when it is where it does not.';

create function private.differing(base jsonb, theirs jsonb, ours jsonb, is_public boolean) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'name', f.name, 'ours', f.ours, 'theirs', f.theirs,
    'conflict', f.ours <> f.left_as or (is_public and f.name in ('address', 'online_url'))
  ) order by f.place) filter (where f.theirs <> f.base and f.theirs <> f.ours), '[]')
  from (
    select k.name, k.place,
      case k.name when 'repeats' then private.repetition_in(base) else base -> k.name end as base,
      case k.name when 'repeats' then coalesce(base -> 'kept', private.repetition_in(base)) else base -> k.name end as left_as,
      case k.name when 'repeats' then private.repetition_in(theirs) else theirs -> k.name end as theirs,
      case
        -- A translation that was added here is nobody else's business.
        when k.name in ('title', 'description')
        then private.in_languages(ours -> k.name, (base -> k.name) || (theirs -> k.name))
        when k.name = 'repeats' then private.repetition_in(ours)
        else ours -> k.name
      end as ours
    from unnest(array[
      'title', case when base ? 'repeats' or theirs ? 'repeats' then 'repeats' else 'when' end, 'address', 'online_url', 'description'
    ]) with ordinality as k(name, place)
  ) f
$$;
comment on function private.differing(jsonb, jsonb, jsonb, boolean) is
  'The fields an entry has changed since it was last imported and that stand here otherwise. One that was changed here as well is a conflict; so is an address that everyone can see, since publishing another one is a decision.';

create function private.standing_of(organization_id uuid, uid text, recurrence_id text)
returns table (gathering_id uuid, series_id uuid, base jsonb, ours jsonb, is_public boolean)
language plpgsql stable set search_path = '' as $$
declare
  known record;
  is_own boolean;
  candidate uuid;
begin
  -- By its key first: most entries of a large calendar are new, and cost no more than to see that.
  select i.gathering_id, i.series_id, i.content into known from public.imported_events i
  where i.organization_id = standing_of.organization_id and i.uid = standing_of.uid and i.recurrence_id = standing_of.recurrence_id;
  is_own := found;
  if not is_own and standing_of.recurrence_id <> '' then
    select i.gathering_id, i.series_id, i.content into known from public.imported_events i
    where i.organization_id = standing_of.organization_id and i.uid = standing_of.uid and i.recurrence_id = '';
  end if;
  if not found then
    return;
  end if;
  candidate := known.gathering_id;
  if known.series_id is not null then
    select g.id into candidate from public.gatherings g
    where g.organization_id = standing_of.organization_id and g.series_id = known.series_id
      and (is_own or to_char(g.recurrence_local, 'YYYY-MM-DD"T"HH24:MI:SS') = standing_of.recurrence_id)
      and not exists (
        select from public.imported_events c where c.organization_id = g.organization_id and c.gathering_id = g.id
      )
    order by g.ends_at <= now(), g.id = any (private.singled_out(standing_of.organization_id)), g.state = 'cancelled', g.starts_at
    limit 1;
  elsif not is_own then
    return;
  end if;
  return query
    select g.gathering_id, g.series_id,
      case when is_own then known.content else private.base_of_one_date(known.content, g.recurrence_local) end,
      g.ours || case when standing_of.recurrence_id = ''
        then jsonb_build_object('repeats', private.kept_series(g.series_id)) else '{}' end,
      g.is_public
    from private.importable_gatherings g
    where g.organization_id = standing_of.organization_id and g.gathering_id = candidate;
end $$;
comment on function private.standing_of(uuid, text, text) is
  'What an entry became here: a gathering, or of a series its first date to come that nobody changed alone. What changes one date for the first time changes the date that the series has made.';

create function private.base_of_one_date(base jsonb, recurrence timestamp) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return base - array['repeats', 'kept'] || jsonb_build_object('when', (
    select jsonb_build_object(
      'starts_local', o.starts_local, 'ends_local', o.ends_local, 'time_zone', base #>> '{repeats,time_zone}',
      'starts_fold', o.starts_fold, 'ends_fold', o.ends_fold
    )
    from private.occurrences_of(
      array[recurrence], (base #>> '{repeats,ends_local}')::timestamp - (base #>> '{repeats,starts_local}')::timestamp,
      base #>> '{repeats,time_zone}'
    ) o
  ));
end $$;
comment on function private.base_of_one_date(jsonb, timestamp) is 'What an entry that repeats says of one of its dates.';

create function private.kept_series(series_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  whole constant public.gathering_series := private.whole_series(kept_series.series_id);
begin
  return case when whole.id is not null then jsonb_build_object(
    'rule', whole.rule, 'starts_local', whole.starts_local, 'ends_local', whole.ends_local, 'time_zone', whole.time_zone,
    'excepted', whole.excepted, 'added', whole.added
  ) end;
end $$;
comment on function private.kept_series(uuid) is 'How a series is kept here; null for anything else.';

create function private.compare_import(organization_id uuid, draft_id uuid, of_one_date boolean default null)
returns table (place integer, state text, gathering_id uuid, fields jsonb)
language plpgsql stable set search_path = '' as $$
begin
  return query
    select e.place,
      case when i.gathering_id is null then 'new' when d.fields = '[]' then 'unchanged' else 'changed' end,
      i.gathering_id, d.fields
    from public.import_entries e
    left join lateral private.standing_of(e.organization_id, e.uid, e.recurrence_id) i on true
    cross join lateral (
      select case when i.gathering_id is null then '[]' else private.differing(i.base, e.content, i.ours, i.is_public) end as fields
    ) d
    where e.organization_id = compare_import.organization_id and e.draft_id = compare_import.draft_id
      and e.content is not null
      and (compare_import.of_one_date is null or (e.recurrence_id <> '') = compare_import.of_one_date);
end $$;
comment on function private.compare_import(uuid, uuid, boolean) is
  'For each entry of a draft that can be imported, or of those alone that change one date of a series, or of the others: new, changed in which fields, or unchanged.';

create function private.source_of(organization_id uuid, source jsonb) returns uuid
language plpgsql stable set search_path = '' as $$
begin
  return (
    select s.id from public.import_sources s
    where s.organization_id = source_of.organization_id and s.kind::text = source ->> 'kind'
      and case s.kind when 'address' then s.url = source ->> 'url' else s.name = source ->> 'name' end
    limit 1
  );
end $$;
comment on function private.source_of(uuid, jsonb) is 'The calendar that was imported from before, by its address or, of a file, by its name.';

create function private.gone_from_import(organization_id uuid, draft_id uuid)
returns table (id uuid, series_id uuid, first uuid, dates uuid[], is_deleted boolean)
language plpgsql stable set search_path = '' as $$
declare
  source constant uuid := private.source_of(gone_from_import.organization_id, (
    select d.source from public.import_drafts d
    where d.organization_id = gone_from_import.organization_id and d.id = gone_from_import.draft_id
  ));
begin
  return query
    select coalesce(i.series_id, g.id), i.series_id, (array_agg(g.id order by g.starts_at, g.id))[1],
      array_agg(g.id order by g.starts_at, g.id),
      bool_and(case when i.series_id is null then g.state = 'draft' else g.state = 'draft' or g.shared_at is null end)
    from public.imported_events i
    join public.gatherings g
      on g.organization_id = i.organization_id and (g.id = i.gathering_id or g.series_id = i.series_id)
    left join public.import_entries e
      on e.organization_id = i.organization_id and e.draft_id = gone_from_import.draft_id
      and e.uid = i.uid and e.recurrence_id = i.recurrence_id
    where i.organization_id = gone_from_import.organization_id
      -- One date of a series goes with it, or by a date that it leaves out.
      and (i.recurrence_id = '' or g.series_id is null)
      and g.state <> 'cancelled' and g.ends_at > now()
      and ((e.uid is null and i.source_id = source) or e.reason = 'cancelled_there')
      and (g.state = 'scheduled' or g.shared_at is null)
    group by i.series_id, coalesce(i.series_id, g.id);
end $$;
comment on function private.gone_from_import(uuid, uuid) is
  'Gatherings to come whose entries are gone from the calendar they came from, or are cancelled there, a series as one; and whether removing it deletes all of it, as nobody else has ever seen any.';

create function public.read_import(organization_id uuid, draft_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  draft public.import_drafts;
  entries jsonb;
  unchanged integer;
begin
  perform private.require_writer(read_import.organization_id, 'gatherings.write');
  select d.* into draft from public.import_drafts d
  where d.organization_id = read_import.organization_id and d.id = read_import.draft_id;
  if not found then
    perform private.refuse('import_over', 404);
  end if;
  select
    coalesce(jsonb_agg(jsonb_build_object(
      'place', c.place, 'line', e.line, 'state', c.state, 'gathering_id', c.gathering_id, 'title', e.content -> 'title',
      'when', e.content -> 'when', 'address', e.content -> 'address', 'remarks', e.remarks,
      'fields', c.fields, 'instead_of', nullif(e.recurrence_id, ''),
      'series', case when e.series is not null then jsonb_build_object(
        'rule', e.series -> 'rule', 'excepted', e.series -> 'excepted', 'added', e.series -> 'added',
        'dates', jsonb_array_length(e.series -> 'occurrences'), 'goes_on', e.series -> 'finished' = 'false',
        'first', e.series #> '{occurrences,0}', 'last', e.series #> '{occurrences,-1}'
      ) end,
      'is_seen', c.fields @> '[{"name": "repeats"}]' and exists (
        select from public.gatherings p
        join public.gatherings g on g.organization_id = p.organization_id and g.series_id = p.series_id
        where p.organization_id = draft.organization_id and p.id = c.gathering_id
          and g.state = 'scheduled' and g.shared_at is not null and g.ends_at > now()
      )
    ) order by e.content #>> '{when,starts_local}', c.place) filter (where c.state <> 'unchanged'), '[]'),
    count(*) filter (where c.state = 'unchanged')
  into entries, unchanged
  from private.compare_import(draft.organization_id, draft.id) c
  join public.import_entries e
    on e.organization_id = draft.organization_id and e.draft_id = draft.id and e.place = c.place;
  return jsonb_build_object(
    'id', draft.id, 'result', draft.result,
    -- The address itself stays here.
    'source', (draft.source - 'url') || jsonb_build_object('host', substring(draft.source ->> 'url' from '^https://([^/:?#]+)')),
    'entries', entries, 'unchanged', unchanged,
    'gone', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', o.id, 'title', g.title, 'is_deleted', o.is_deleted, 'dates', cardinality(o.dates), 'when', jsonb_build_object(
          'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone
        )
      ) order by g.starts_at, g.id), '[]')
      from private.gone_from_import(draft.organization_id, draft.id) o
      join public.gatherings g on g.organization_id = draft.organization_id and g.id = o.first
    ),
    'set_aside', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'line', e.line, 'title', e.title, 'reason', e.reason, 'terms', e.terms
      ) order by e.line, e.place), '[]')
      from public.import_entries e
      where e.organization_id = draft.organization_id and e.draft_id = draft.id and e.reason is not null
    )
  );
end $$;
comment on function public.read_import(uuid, uuid) is
  'The preview of a calendar that was read: what is new, changed, gone, unchanged and set aside, compared with what stands here now; or what importing it did.';

grant execute on function
  public.read_import(uuid, uuid), private.differing(jsonb, jsonb, jsonb, boolean), private.in_languages(jsonb, jsonb),
  private.repetition_in(jsonb), private.standing_of(uuid, text, text), private.kept_series(uuid),
  private.base_of_one_date(jsonb, timestamp),
  private.compare_import(uuid, uuid, boolean), private.source_of(uuid, jsonb), private.gone_from_import(uuid, uuid)
  to authenticated;
