-- What a calendar that was read would change here. Compared anew whenever it is shown or imported, with the reader's own
-- rights: what an entry said when it was last imported, what it says now, and what stands here.

create view private.imported_gatherings with (security_invoker = true) as
select
  i.organization_id, i.uid, i.recurrence_id, i.source_id, i.gathering_id, i.content as base,
  coalesce(d.audience = 'everyone', false) as is_public,
  jsonb_build_object(
    'title', g.title, 'description', g.description,
    'when', jsonb_build_object(
      'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone,
      'starts_fold', g.starts_fold, 'ends_fold', g.ends_fold
    ),
    'address', coalesce(d.address, ''), 'online_url', coalesce(d.online_url, '')
  ) as ours
from public.imported_events i
join public.gatherings g on g.organization_id = i.organization_id and g.id = i.gathering_id
left join public.gathering_details d on d.organization_id = g.organization_id and d.gathering_id = g.id;
comment on view private.imported_gatherings is
  'Gatherings that came from a calendar kept elsewhere, as its entries would say them now, beside what they said when imported.';
grant select on private.imported_gatherings to authenticated;

create function private.in_languages(texts jsonb, languages jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(t.tag, t.item), '{}') from jsonb_each(texts) as t(tag, item) where languages ? t.tag
$$;
comment on function private.in_languages(jsonb, jsonb) is 'Of a text in several languages those that another one has too.';

create function private.differing(base jsonb, theirs jsonb, ours jsonb, is_public boolean) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'name', f.name, 'ours', f.ours, 'theirs', f.theirs,
    'conflict', f.ours <> f.base or (is_public and f.name in ('address', 'online_url'))
  ) order by f.place) filter (where f.theirs <> f.base and f.theirs <> f.ours), '[]')
  from (
    select k.name, k.place, base -> k.name as base, theirs -> k.name as theirs,
      -- A translation that was added here is nobody else's business.
      case when k.name in ('title', 'description')
        then private.in_languages(ours -> k.name, (base -> k.name) || (theirs -> k.name)) else ours -> k.name end as ours
    from unnest(array['title', 'when', 'address', 'online_url', 'description']) with ordinality as k(name, place)
  ) f
$$;
comment on function private.differing(jsonb, jsonb, jsonb, boolean) is
  'The fields an entry has changed since it was last imported and that stand here otherwise. One that was changed here as well is a conflict; so is an address that everyone can see, since publishing another one is a decision.';

create function private.compare_import(organization_id uuid, draft_id uuid)
returns table (place integer, state text, gathering_id uuid, fields jsonb)
language plpgsql stable set search_path = '' as $$
begin
  return query
    select e.place,
      case when i.uid is null then 'new' when d.fields = '[]' then 'unchanged' else 'changed' end,
      i.gathering_id, d.fields
    from public.import_entries e
    left join private.imported_gatherings i
      on i.organization_id = e.organization_id and i.uid = e.uid and i.recurrence_id = e.recurrence_id
    cross join lateral (
      select case when i.uid is null then '[]' else private.differing(i.base, e.content, i.ours, i.is_public) end as fields
    ) d
    where e.organization_id = compare_import.organization_id and e.draft_id = compare_import.draft_id
      and e.content is not null and e.series is null;
end $$;
comment on function private.compare_import(uuid, uuid) is 'For each entry of a draft that can be imported: new, changed in which fields, or unchanged.';

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
returns table (gathering_id uuid, is_deleted boolean)
language plpgsql stable set search_path = '' as $$
declare
  source constant uuid := private.source_of(gone_from_import.organization_id, (
    select d.source from public.import_drafts d
    where d.organization_id = gone_from_import.organization_id and d.id = gone_from_import.draft_id
  ));
begin
  return query
    select g.id, g.state = 'draft' and g.shared_at is null
    from public.imported_events i
    join public.gatherings g on g.organization_id = i.organization_id and g.id = i.gathering_id
    left join public.import_entries e
      on e.organization_id = i.organization_id and e.draft_id = gone_from_import.draft_id
      and e.uid = i.uid and e.recurrence_id = i.recurrence_id
    where i.organization_id = gone_from_import.organization_id
      and g.state <> 'cancelled' and g.ends_at > now()
      and ((e.uid is null and i.source_id = source) or e.reason = 'cancelled_there')
      and (g.state = 'scheduled' or g.shared_at is null);
end $$;
comment on function private.gone_from_import(uuid, uuid) is
  'Gatherings to come whose entries are gone from the calendar they came from, or are cancelled there; and whether removing one deletes it, as nobody else has ever seen it.';

create function public.read_import(organization_id uuid, draft_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  draft public.import_drafts;
begin
  perform private.require_writer(read_import.organization_id, 'gatherings.write');
  select d.* into draft from public.import_drafts d
  where d.organization_id = read_import.organization_id and d.id = read_import.draft_id;
  if not found then
    perform private.refuse('import_over', 404);
  end if;
  return jsonb_build_object(
    'id', draft.id, 'result', draft.result,
    -- The address itself stays here.
    'source', (draft.source - 'url') || jsonb_build_object('host', substring(draft.source ->> 'url' from '^https://([^/:?#]+)')),
    'entries', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'place', c.place, 'line', e.line, 'state', c.state, 'gathering_id', c.gathering_id, 'title', e.content -> 'title',
        'when', e.content -> 'when', 'address', e.content -> 'address', 'remarks', e.remarks,
        'fields', c.fields
      ) order by e.content #>> '{when,starts_local}', c.place), '[]')
      from private.compare_import(draft.organization_id, draft.id) c
      join public.import_entries e
        on e.organization_id = draft.organization_id and e.draft_id = draft.id and e.place = c.place
      where c.state <> 'unchanged'
    ),
    'unchanged', (select count(*) from private.compare_import(draft.organization_id, draft.id) c where c.state = 'unchanged'),
    'gone', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', g.id, 'title', g.title, 'is_deleted', o.is_deleted, 'when', jsonb_build_object(
          'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone
        )
      ) order by g.starts_at, g.id), '[]')
      from private.gone_from_import(draft.organization_id, draft.id) o
      join public.gatherings g on g.organization_id = draft.organization_id and g.id = o.gathering_id
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
  private.compare_import(uuid, uuid), private.source_of(uuid, jsonb), private.gone_from_import(uuid, uuid)
  to authenticated;
