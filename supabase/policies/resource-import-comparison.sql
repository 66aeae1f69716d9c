-- What a file with services would change: each of its fields between what the file said last time, what it says now, and what
-- stands here. Reads with the caller's own rights.

create function private.comparable(field text, ours jsonb, theirs jsonb, said jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select case
    when field in ('name', 'description', 'eligibility', 'required_documents', 'cost_note')
    -- A translation that was added here is nobody else's business.
    then private.in_languages(coalesce(ours, '{}'), theirs || coalesce(said, '{}'))
    when field = 'provider'
    then (select coalesce(jsonb_object_agg(k.name, k.item), '{}') from jsonb_each(ours) as k(name, item) where theirs ? k.name)
    when field = 'translations'
    then (select coalesce(jsonb_object_agg(k.name, k.item), '{}') from jsonb_each(ours) as k(name, item) where theirs ? k.name)
    else ours
  end
$$;
comment on function private.comparable(text, jsonb, jsonb, jsonb) is 'Of what stands here, as much as a file that speaks of the field can mean.';

create function private.compare_services(organization_id uuid, import_id uuid, first integer, last integer)
returns table (place integer, uid uuid, service_id uuid, state text, fields jsonb)
language plpgsql stable set search_path = '' as $$
begin
  return query
    select r.place, r.uid, c.service_id,
      case when c.service_id is null then 'made' when d.fields = '[]' then 'same' else 'changed' end,
      case when c.service_id is null then '[]' else d.fields end
    from public.service_import_rows r
    left join public.imported_services i on i.organization_id = r.organization_id and i.uid = r.uid
    left join public.services s on s.organization_id = r.organization_id and s.hsds_id = r.uid
    cross join lateral (select coalesce(i.service_id, s.id) as service_id) k
    -- One by one, by its key: a join would lay out every service of the organization to keep a few.
    cross join lateral (
      select k.service_id, case when k.service_id is not null then private.content_of(r.organization_id, k.service_id) end as content
    ) c
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', f.name, 'ours', f.ours, 'theirs', f.theirs,
        -- Changed here since, or never taken from a file at all: what stands here is somebody's own word.
        -- Where others see the place, with this service or another that is given there, another address is a decision.
        'conflict', i.service_id is null or f.ours is distinct from f.became or (f.name = 'places' and exists (
          select from public.service_at_locations a
          join public.locations l on l.organization_id = a.organization_id and l.id = a.location_id
          where a.organization_id = r.organization_id and a.audience <> 'owner' and (a.service_id = c.service_id or l.hsds_id::text in (
            select p.item ->> 'location_hsds_id' from jsonb_array_elements(case jsonb_typeof(f.theirs) when 'array' then f.theirs else '[]' end) as p(item)
          ))
        ))
      ) order by f.name), '[]') as fields
      from (
        select n.name, n.theirs, private.comparable(n.name, c.content -> n.name, n.theirs, i.said -> n.name) as ours,
          private.comparable(n.name, i.became -> n.name, n.theirs, i.said -> n.name) as became, i.said -> n.name as said
        from jsonb_each(r.content) as n(name, theirs)
        where c.service_id is not null
      ) f
      where f.theirs is distinct from f.ours and f.theirs is distinct from f.said
    ) d
    where r.organization_id = compare_services.organization_id and r.import_id = compare_services.import_id
      and r.place between first and last and r.content is not null;
end $$;
comment on function private.compare_services(uuid, uuid, integer, integer) is
  'For each row that can be taken in: a service to be made, changed in which fields, or the same.';

create function public.read_service_import(organization_id uuid, import_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  import record;
begin
  perform private.require_writer(read_service_import.organization_id, 'resources.write');
  select i.organization_id, i.id, i.source, i.state, i.problem, i.result, i.taken_at, i.audience into import
  from public.service_imports i
  where i.organization_id = read_service_import.organization_id and i.id = read_service_import.import_id;
  if not found then
    perform private.refuse('import_over', 404);
  end if;
  return jsonb_build_object(
    'id', import.id, 'source', import.source, 'state', import.state, 'problem', import.problem, 'result', import.result,
    'undo_until', import.taken_at + interval '24 hours',
    'progress', private.import_progress_of(import.organization_id, import.id),
    'standings', (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'display_name', c.display_name, 'korean_name', c.korean_name) order by s.joined_on), '[]')
      from public.standings s join public.coalitions c on c.id = s.coalition_id where s.organization_id = import.organization_id
    )
  ) || case when import.state in ('read', 'failed') then private.import_preview(import.organization_id, import.id) else private.import_report(import.organization_id, import.id) end;
end $$;
comment on function public.read_service_import(uuid, uuid) is
  'A file with services: before it is taken in what it would change, compared with what stands here now; then how far that has come, and what it did.';

create function private.import_preview(organization_id uuid, import_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    with compared as (
      select c.place, c.service_id, c.state, c.fields, r.row_number, r.title, r.remarks
      from private.compare_services(import_preview.organization_id, import_preview.import_id, 1, 20000) c
      join public.service_import_rows r
        on r.organization_id = import_preview.organization_id and r.import_id = import_preview.import_id and r.place = c.place
    ), refused as (
      select r.place, r.row_number, r.title, r.refused from public.service_import_rows r
      where r.organization_id = import_preview.organization_id and r.import_id = import_preview.import_id and r.content is null
    ), changed as (
      select c.place, c.service_id, c.fields, c.row_number, c.title,
        row_number() over (order by not c.fields @> '[{"conflict": true}]', c.place) as number
      from compared c where c.state = 'changed'
    )
    select jsonb_build_object(
      'counts', jsonb_build_object(
        'made', (select count(*) from compared c where c.state = 'made'),
        'changed', (select count(*) from compared c where c.state = 'changed'),
        'conflicts', (select count(*) from compared c where c.fields @> '[{"conflict": true}]'),
        'same', (select count(*) from compared c where c.state = 'same'),
        'refused', (select count(*) from refused)
      ),
      'made', (
        select coalesce(jsonb_agg(jsonb_build_object('place', c.place, 'row', c.row_number, 'title', c.title) order by c.place), '[]')
        from (select c.place, c.row_number, c.title from compared c where c.state = 'made' order by c.place limit 100) c
      ),
      'changed', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'place', c.place, 'row', c.row_number, 'title', c.title, 'service_id', c.service_id, 'fields', c.fields
        ) order by c.number), '[]')
        from changed c where c.number <= 100
      ),
      'refused', (
        select coalesce(jsonb_agg(jsonb_build_object('row', r.row_number, 'title', r.title, 'findings', r.refused) order by r.place), '[]')
        from (select r.place, r.row_number, r.title, r.refused from refused r order by r.place limit 200) r
      ),
      'remarks', (
        select coalesce(jsonb_agg(jsonb_build_object('row', c.row_number, 'title', c.title, 'findings', c.remarks) order by c.place), '[]')
        from (
          select c.place, c.row_number, c.title, c.remarks from compared c
          where c.remarks <> '[]' and c.state <> 'same' order by c.place limit 200
        ) c
      )
    )
  );
end $$;
comment on function private.import_preview(uuid, uuid) is 'What taking a file in would do, counted whole and listed as far as a page goes.';

create function private.import_report(organization_id uuid, import_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'first', (
      select r.service_id from public.service_import_rows r
      where r.organization_id = import_report.organization_id and r.import_id = import_report.import_id
        and r.outcome = 'made' and r.service_id is not null
      order by r.place limit 1
    ),
    'conflicts', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'service_id', r.service_id, 'row', r.row_number, 'title', r.title, 'fields', r.conflicts
      ) order by r.place), '[]')
      from (
        select c.place, c.service_id, c.row_number, c.title, c.conflicts from public.service_import_rows c
        where c.organization_id = import_report.organization_id and c.import_id = import_report.import_id
          and c.conflicts <> '[]' and c.service_id is not null
        order by c.place limit 200
      ) r
    )
  );
end $$;
comment on function private.import_report(uuid, uuid) is 'What taking a file in left to decide, and where to begin to look at it.';

create function private.import_progress_of(organization_id uuid, import_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_writer(import_progress_of.organization_id, 'resources.write');
  return (
    select jsonb_build_object('done', p.done, 'of', p.of) from private.service_import_progress p
    join public.service_imports i on i.organization_id = import_progress_of.organization_id and i.id = p.import_id
    where p.import_id = import_progress_of.import_id
  );
end $$;
comment on function private.import_progress_of(uuid, uuid) is 'How many rows of an import the worker has been through.';

grant execute on function private.comparable(text, jsonb, jsonb, jsonb),
  private.compare_services(uuid, uuid, integer, integer), public.read_service_import(uuid, uuid),
  private.import_preview(uuid, uuid), private.import_report(uuid, uuid), private.import_progress_of(uuid, uuid)
  to authenticated;
