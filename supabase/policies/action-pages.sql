-- What pages about action items show, each in one call, with the caller's own rights.

create function private.parts_of(items uuid[]) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_object_agg(p.item_id, p.parts), '{}') from (
      select p.item_id, jsonb_agg(jsonb_build_object(
        'organization', o.label, 'status', p.status, 'asked_at', p.asked_at, 'status_at', p.status_at
      ) order by p.status, o.slug) as parts
      from public.action_parts p join private.organization_labels o on o.id = p.organization_id
      where p.item_id = any (items)
      group by p.item_id
    ) p
  );
end $$;
comment on function private.parts_of(uuid[]) is 'Who does a part of these items and how far they are, as the caller may know it, by item.';

create function private.campaigns_of_items(items uuid[]) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_object_agg(s.item_id, jsonb_build_object('id', c.id, 'name', c.name)), '{}')
    from private.item_campaigns(items) s join public.campaigns c on c.id = s.campaign_id
  );
end $$;
comment on function private.campaigns_of_items(uuid[]) is 'Which campaigns these items serve, as far as the caller sees those, by item.';

create function private.item_campaign_choice() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.starts_on desc, c.id), '[]') from (
      select k.id, k.name, k.starts_on from public.campaigns k where k.outcome is null order by k.starts_on desc, k.id limit 200
    ) c
  );
end $$;
comment on function private.item_campaign_choice() is 'The running campaigns that an item may serve, as far as the caller sees them.';

grant execute on function
  private.parts_of(uuid[]), private.campaigns_of_items(uuid[]), private.item_campaign_choice()
  to authenticated;

create function private.askable(coalition_id uuid, asking_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(o.label || jsonb_build_object('standing', s.kind) order by o.slug), '[]')
    from public.standings s join private.organization_labels o on o.id = s.organization_id
    where s.coalition_id = askable.coalition_id and s.organization_id <> asking_id
  );
end $$;
comment on function private.askable(uuid, uuid) is 'Whom an organization may ask to do a part in a coalition, and where each of them stands.';
grant execute on function private.askable(uuid, uuid) to authenticated;

create function public.new_item(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not new_item.organization_id = any (private.my_organizations('actions.write')) then
    return null;
  end if;
  return jsonb_build_object(
    'coalitions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', c.id, 'slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name,
        'askable', private.askable(c.id, new_item.organization_id)
      ) order by c.slug), '[]')
      from public.standings s join public.coalitions c on c.id = s.coalition_id
      where s.organization_id = new_item.organization_id
    ),
    'campaigns', private.item_campaign_choice()
  );
end $$;
comment on function public.new_item(uuid) is
  'What the form of a new item starts from: the coalitions of the organization with whom it may ask, and the campaigns it may serve. Null unless the caller may write for it.';

create function public.edit_item(item_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not edit_item.organization_id = any (private.my_organizations('actions.write')) then
    return null;
  end if;
  return (
    select c.card || jsonb_build_object(
      'description', i.description, 'due_fold', i.due_fold, 'version', private.item_version_of(i.id),
      'steps', private.steps_of(i.organization_id, i.id),
      'campaign', private.campaigns_of_items(array[i.id]) -> i.id::text,
      'campaigns', private.item_campaign_choice(),
      'askable', private.askable(i.coalition_id, i.organization_id), 'asked_and_left', private.asked_and_left(i.id),
      'parts', coalesce(private.parts_of(array[i.id]) -> i.id::text, '[]')
    )
    from public.action_items i join private.item_cards c on c.id = i.id
    where i.id = edit_item.item_id and i.organization_id = edit_item.organization_id
  );
end $$;
comment on function public.edit_item(uuid, uuid) is
  'What the forms of an item start from, for its lead: all it says, whom it may ask and who has a part. Null unless the caller may write it.';

create function private.steps_of(organization_id uuid, item_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'label', s.label) order by s.position, s.id), '[]')
    from public.action_steps s where s.organization_id = steps_of.organization_id and s.item_id = steps_of.item_id
  );
end $$;
comment on function private.steps_of(uuid, uuid) is 'The checklist of an item.';
grant execute on function private.steps_of(uuid, uuid) to authenticated;

create function private.own_parts(item_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(private.part_stands(p.item_id, p.organization_id) || jsonb_build_object(
      'organization', o.label, 'next', private.next_statuses(p.status),
      'may_write', p.organization_id = any (private.my_organizations('actions.write')),
      'assignee', (
        select m.display_name from public.action_part_notes n join public.people m on m.id = n.assignee_id
        where n.organization_id = p.organization_id and n.owner_id = p.owner_id and n.item_id = p.item_id
      )
    ) order by o.slug), '[]')
    from public.action_parts p join private.organization_labels o on o.id = p.organization_id
    where p.item_id = own_parts.item_id and p.organization_id = any (private.my_organizations('actions.read'))
  );
end $$;
comment on function private.own_parts(uuid) is 'The parts of the caller''s own organizations in an item, with what these keep for themselves.';
grant execute on function private.own_parts(uuid) to authenticated;

create function public.read_item(item_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  writes constant uuid[] := private.my_organizations('actions.write');
begin
  return (
    select c.card || jsonb_build_object(
      'description', i.description,
      'steps', private.steps_of(i.organization_id, i.id),
      'coalition', (
        select jsonb_build_object('slug', k.slug, 'display_name', k.display_name, 'korean_name', k.korean_name)
        from public.coalitions k where k.id = i.coalition_id
      ),
      'campaign', private.campaigns_of_items(array[i.id]) -> i.id::text,
      'parts', coalesce(private.parts_of(array[i.id]) -> i.id::text, '[]'),
      'own', private.own_parts(i.id),
      'may_write', i.organization_id = any (writes),
      'may_ask_core', i.organization_id = any (writes) and private.core_remains(i.id),
      'asked_and_left', private.asked_and_left(i.id),
      'may_take', (
        select coalesce(jsonb_agg(o.label order by o.slug), '[]')
        from private.organization_labels o join public.standings s on s.organization_id = o.id and s.coalition_id = i.coalition_id
        where o.id = any (writes) and i.closed_at is null and (i.audience = 'coalition' or o.id = i.organization_id)
          and not exists (
            select from public.action_parts p where p.organization_id = o.id and p.owner_id = i.organization_id and p.item_id = i.id
          )
      )
    )
    from public.action_items i join private.item_cards c on c.id = i.id
    where i.id = read_item.item_id
  );
end $$;
comment on function public.read_item(uuid) is
  'One action item with who does a part of it, and of the caller''s own parts all there is; null alike whether it is hidden or absent.';

create function public.edit_part(item_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not edit_part.organization_id = any (private.my_organizations('actions.write')) then
    return null;
  end if;
  return (
    select c.card || jsonb_build_object(
      'steps', private.steps_of(i.organization_id, i.id),
      'part', private.part_stands(i.id, edit_part.organization_id) || jsonb_build_object('next', private.next_statuses(p.status)),
      'members', (
        select coalesce(jsonb_agg(jsonb_build_object('id', m.person_id, 'name', who.display_name) order by who.display_name, m.person_id), '[]')
        from public.memberships m join public.people who on who.id = m.person_id
        where m.organization_id = edit_part.organization_id
      )
    )
    from public.action_items i
    join private.item_cards c on c.id = i.id
    join public.action_parts p on p.owner_id = i.organization_id and p.item_id = i.id
    where i.id = edit_part.item_id and p.organization_id = edit_part.organization_id
  );
end $$;
comment on function public.edit_part(uuid, uuid) is
  'What the form of an organization''s own part starts from, with whom it may assign. Null unless the caller may write it and it has one.';

grant execute on function
  public.new_item(uuid), public.edit_item(uuid, uuid), public.read_item(uuid), public.edit_part(uuid, uuid)
  to authenticated;
