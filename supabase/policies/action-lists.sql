-- Lists, boards and calendars of action items, each in one call, with the caller's own rights.

create function private.require_item_filters(filters jsonb) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(coalesce(filters, '{}')) <> 'object' or exists (
    select from jsonb_each(coalesce(filters, '{}')) f
    where f.key not in ('campaign', 'organization', 'late', 'closed') or jsonb_typeof(f.value) not in ('string', 'boolean', 'null')
  ) then
    perform private.refuse('not_understood', 422);
  end if;
end $$;
comment on function private.require_item_filters(jsonb) is
  'Refuses filters that are none. {"campaign": id, "organization": slug, "late": true, "closed": true}; what is left out asks for everything, but for closed.';
grant execute on function private.require_item_filters(jsonb) to authenticated;

create function private.items_chosen(candidates uuid[], filters jsonb) returns uuid[]
language plpgsql stable set search_path = '' as $$
declare
  serving uuid[];
begin
  if filters ->> 'campaign' is not null then
    -- A campaign that its asker does not see is asked for like one that is not there.
    serving := array(
      select s.item_id from private.item_campaigns(candidates) s join public.campaigns c on c.id = s.campaign_id
      where c.id::text = filters ->> 'campaign'
    );
  end if;
  return array(
    select i.id from public.action_items i
    where i.id = any (candidates)
      and (i.closed_at is null or filters ->> 'closed' = 'true')
      and (coalesce(filters ->> 'late', 'false') <> 'true' or (i.closed_at is null and i.due_at < now()))
      and (serving is null or i.id = any (serving))
      and (filters ->> 'organization' is null or exists (
        select from private.organization_labels o where o.slug = filters ->> 'organization' and (
          o.id = i.organization_id or exists (
            select from public.action_parts p where p.organization_id = o.id and p.owner_id = i.organization_id and p.item_id = i.id
          )
        )
      ))
  );
end $$;
comment on function private.items_chosen(uuid[], jsonb) is 'Of these items those that the caller sees and the filters let through.';
grant execute on function private.items_chosen(uuid[], jsonb) to authenticated;

create function private.item_rows(items uuid[], shown_from integer, most integer) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  shown uuid[] := array(
    select i.id from public.action_items i where i.id = any (items)
    order by i.closed_at is not null, i.due_at, i.id offset greatest(coalesce(shown_from, 0), 0) limit most
  );
  parts constant jsonb := private.parts_of(shown);
  campaigns constant jsonb := private.campaigns_of_items(shown);
begin
  return (
    select coalesce(jsonb_agg(c.card || jsonb_build_object(
      'parts', coalesce(parts -> c.id::text, '[]'), 'campaign', campaigns -> c.id::text
    ) order by c.closed_at is not null, c.due_at, c.id), '[]')
    from private.item_cards c where c.id = any (shown)
  );
end $$;
comment on function private.item_rows(uuid[], integer, integer) is 'Rows of a list of items: open ones first, and of these the longest due.';
grant execute on function private.item_rows(uuid[], integer, integer) to authenticated;

create function private.item_columns(items uuid[], organization_slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  of_a_column constant integer := 30;
begin
  return (
    select coalesce(jsonb_object_agg(k.status, jsonb_build_object('total', k.total, 'parts', k.parts)), '{}') from (
      select r.status, max(r.total) as total, jsonb_agg(
        c.card || jsonb_build_object('doer', o.label) order by r.place
      ) filter (where r.place <= of_a_column) as parts
      from (
        select p.status, p.item_id, p.organization_id, count(*) over (partition by p.status) as total,
          row_number() over (partition by p.status order by i.due_at, i.id, p.organization_id) as place
        from public.action_parts p
        join public.action_items i on i.organization_id = p.owner_id and i.id = p.item_id
        join private.organization_labels l on l.id = p.organization_id
        where i.id = any (items) and (organization_slug is null or l.slug = organization_slug)
      ) r
      join private.item_cards c on c.id = r.item_id
      join private.organization_labels o on o.id = r.organization_id
      where r.place <= of_a_column
      group by r.status
    ) k
  );
end $$;
comment on function private.item_columns(uuid[], text) is
  'A board: by status the parts of these items, the longest due first, thirty of each, and how many there are.';
grant execute on function private.item_columns(uuid[], text) to authenticated;

create function public.coalition_items(
  slug text, filters jsonb default '{}', as_board boolean default false, shown_from integer default 0
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  coalition record;
  candidates uuid[];
  chosen uuid[];
begin
  select c.id, jsonb_build_object('slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name) as label
  into coalition
  from public.coalitions c
  where c.slug = coalition_items.slug and c.id = any (private.my_coalitions());
  if not found then
    return null;
  end if;
  perform private.require_item_filters(filters);
  candidates := array(select i.id from public.action_items i where i.coalition_id = coalition.id);
  chosen := private.items_chosen(candidates, filters);
  return jsonb_build_object(
    'coalition', coalition.label, 'total', cardinality(chosen),
    'items', case when as_board then '[]' else private.item_rows(chosen, shown_from, 100) end,
    'columns', case when as_board then private.item_columns(chosen, filters ->> 'organization') end,
    'organizations', (
      select coalesce(jsonb_agg(o.label order by o.slug), '[]')
      from public.standings s join private.organization_labels o on o.id = s.organization_id
      where s.coalition_id = coalition.id
    ),
    'campaigns', (
      select coalesce(jsonb_agg(distinct c.campaign), '[]') from jsonb_each(private.campaigns_of_items(candidates)) as c(item, campaign)
    ),
    'writes_for', private.own_members_of(coalition.id, 'actions.write')
  );
end $$;
comment on function public.coalition_items(text, jsonb, boolean, integer) is
  'What is to be done together in a coalition, as the caller may see it: a hundred from a place on, or a board. Null for a coalition that is not theirs.';

create function public.organization_items(organization_id uuid, filters jsonb default '{}', shown_from integer default 0) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  chosen uuid[];
  asked uuid[];
begin
  if not organization_items.organization_id = any (private.my_organizations('actions.read')) then
    return null;
  end if;
  perform private.require_item_filters(filters);
  chosen := private.items_chosen(array(
    select i.id from public.action_items i where i.organization_id = organization_items.organization_id
    union
    select p.item_id from public.action_parts p where p.organization_id = organization_items.organization_id
  ), filters);
  asked := array(
    select p.item_id from public.action_parts p
    where p.organization_id = organization_items.organization_id and p.item_id = any (chosen) and p.status = 'asked'
  );
  return jsonb_build_object(
    'asked', private.item_rows(asked, 0, 100),
    'total', cardinality(chosen) - cardinality(asked),
    'items', private.item_rows(array(select c.id from unnest(chosen) as c(id) where c.id <> all (asked)), shown_from, 100),
    'coalitions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name
      ) order by c.slug), '[]')
      from public.standings s join public.coalitions c on c.id = s.coalition_id
      where s.organization_id = organization_items.organization_id
    )
  );
end $$;
comment on function public.organization_items(uuid, jsonb, integer) is
  'What an organization is asked to do, what it does and what it leads, the longest due first. Null for an organization the caller does not belong to.';

create function private.items_due(coalitions uuid[], organization uuid, first_on date, last_on date, filters jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  most constant integer := 200;
  owners uuid[];
begin
  -- A visitor sees none, and other filters ask for gatherings alone.
  if not has_any_column_privilege('public.action_items', 'select') or jsonb_array_length(filters -> 'kinds') > 0 or jsonb_array_length(filters -> 'languages') > 0 then
    return '[]';
  end if;
  if jsonb_array_length(filters -> 'organizations') > 0 then
    owners := nullif(array(
      select o.id from public.organizations o where o.slug in (select jsonb_array_elements_text(filters -> 'organizations'))
    ), '{}');
  end if;
  return (
    select coalesce(jsonb_agg(d.card order by d.due_at, d.id), '[]') from (
      select c.card, c.due_at, c.id from private.item_cards c
      where c.due_local >= first_on and c.due_local < last_on + 1
        and (owners is null or c.organization_id = any (owners))
        and (
          c.coalition_id = any (coalitions) and (organization is null or c.audience = 'coalition')
          or c.organization_id = organization
          or exists (
            select from public.action_parts p
            where p.organization_id = items_due.organization and p.owner_id = c.organization_id and p.item_id = c.id
          )
        )
      order by c.due_at, c.id limit most
    ) d
  );
end $$;
comment on function private.items_due(uuid[], uuid, date, date, jsonb) is
  'What is due on these days by the clocks of each place, two hundred at most: in a coalition all that the caller sees, for an organization what it leads, has a part in or its coalitions share.';
grant execute on function private.items_due(uuid[], uuid, date, date, jsonb) to anon, authenticated;

create function private.items_that_wait(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(w.card || jsonb_build_object('status', w.status) order by w.due_at, w.id), '[]') from (
      select c.card, p.status, c.due_at, c.id
      from public.action_parts p join private.item_cards c on c.organization_id = p.owner_id and c.id = p.item_id
      where p.organization_id = items_that_wait.organization_id and c.closed_at is null
        and (p.status = 'asked' or (p.status in ('accepted', 'doing') and c.due_at < now() + interval '7 days'))
      order by c.due_at, c.id limit 12
    ) w
  );
end $$;
comment on function private.items_that_wait(uuid) is 'What an organization has not answered, or is to have done within a week or before now, the longest due first.';
grant execute on function private.items_that_wait(uuid) to authenticated;

grant execute on function
  public.coalition_items(text, jsonb, boolean, integer), public.organization_items(uuid, jsonb, integer)
  to authenticated;
