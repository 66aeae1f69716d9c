-- What pages about gatherings show, each in one call. Everything here reads with the caller's own rights: the
-- conditions below choose what belongs on a page, the policies decide what may be on it.

create view private.organization_labels with (security_invoker = true) as
select
  o.id, o.slug, o.aliases,
  jsonb_build_object(
    'id', o.id, 'slug', o.slug, 'display_name', o.display_name, 'short_name', o.short_name,
    'korean_name', o.korean_name, 'color', o.color
  ) as label
from public.organizations o;
comment on view private.organization_labels is 'How an organization appears beside something of its own.';
grant select on private.organization_labels to anon, authenticated;

create view private.gathering_cards with (security_invoker = true) as
select
  g.id, g.organization_id, g.coalition_id, g.audience, g.state,
  g.starts_local, g.ends_local, g.starts_at, g.ends_at, g.shared_at,
  jsonb_build_object(
    'id', g.id, 'title', g.title, 'kind', g.kind, 'area', g.area, 'languages', g.languages,
    'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone,
    'starts_at', g.starts_at, 'ends_at', g.ends_at, 'state', g.state, 'audience', g.audience,
    'shared', g.shared_at is not null, 'repeats', g.series_id is not null, 'organization', o.label
  ) as card
from public.gatherings g
join private.organization_labels o on o.id = g.organization_id;
comment on view private.gathering_cards is 'A gathering as lists and calendars show it, with the columns they choose and sort by.';
grant select on private.gathering_cards to anon, authenticated;

create function public.organization_home(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_home.organization_id = any (private.my_organizations('gatherings.read')) then
    return null;
  end if;
  return jsonb_build_object(
    'coming', (
      select coalesce(jsonb_agg(c.card order by c.starts_at, c.id), '[]') from (
        select b.card, b.starts_at, b.id from private.gathering_cards b
        where b.state <> 'draft' and b.id in (
          select r.id from private.reaching(organization_home.organization_id, now(), now() + interval '14 days') r
        )
        order by b.starts_at, b.id limit 12
      ) c
    ),
    'shared', (
      select coalesce(jsonb_agg(c.card order by c.shared_at desc, c.id), '[]') from (
        select b.card, b.shared_at, b.id from private.gathering_cards b
        where b.organization_id <> organization_home.organization_id and b.id = any (private.next_of_each(array(
          select r.id from private.reaching(
            organization_home.organization_id, now(), now() + interval '1 year', now() - interval '7 days'
          ) r
        )))
        order by b.shared_at desc, b.id limit 12
      ) c
    ),
    'hostings', private.open_hostings(organization_home.organization_id),
    'items', private.items_that_wait(organization_home.organization_id),
    'letters', private.signatures_asked(array[organization_home.organization_id]),
    'waiting', (
      select coalesce(jsonb_agg(c.card order by c.starts_at, c.id), '[]') from (
        select g.card, g.starts_at, g.id from private.gathering_cards g
        where g.id = any (private.next_of_each(array(
          select d.id from public.gatherings d
          where d.organization_id = organization_home.organization_id and d.state = 'draft'
        )))
        order by g.starts_at, g.id limit 12
      ) c
    ),
    'missing', private.missing_volunteers(array(
      select r.id from private.reaching(organization_home.organization_id, now(), now() + interval '14 days') r
    )),
    'places', private.my_places(organization_home.organization_id)
  );
end $$;
comment on function public.organization_home(uuid) is
  'An organization''s first page: what comes in two weeks, what others shared this week, what it is invited to hold, what it is to do with others, which letters wait for the caller''s signature, its own drafts, where volunteers are missing and what the caller helps at. Null for an organization the caller does not belong to.';

create function public.fellow_organizations(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not fellow_organizations.organization_id = any (private.my_organizations('gatherings.read')) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(f.fellows order by f.slug), '[]')
    from (
      select c.slug, jsonb_build_object(
        'coalition_id', c.id,
        'organizations', coalesce(jsonb_agg(o.label order by o.slug) filter (where o.id is not null), '[]')
      ) as fellows
      from public.standings mine
      join public.coalitions c on c.id = mine.coalition_id
      left join public.standings theirs
        on theirs.coalition_id = mine.coalition_id and theirs.organization_id <> mine.organization_id
      left join private.organization_labels o on o.id = theirs.organization_id
      where mine.organization_id = fellow_organizations.organization_id
      group by c.id, c.slug
    ) f
  );
end $$;
comment on function public.fellow_organizations(uuid) is
  'The other organizations of each coalition in which one of the caller''s has a standing.';

create function public.front_page() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'coalitions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name
      ) order by c.slug), '[]')
      from public.coalitions c where c.listed
    ),
    'gatherings', (
      select coalesce(jsonb_agg(g.card order by g.starts_at, g.id), '[]') from (
        select w.card, w.starts_at, w.id from private.gathering_cards w
        where w.audience = 'everyone' and w.state <> 'draft'
          and w.starts_at < now() + interval '7 days' and w.starts_at >= now() - interval '32 days' and w.ends_at > now()
        order by w.starts_at, w.id limit 60
      ) g
    )
  );
end $$;
comment on function public.front_page() is 'What everyone may see: listed coalitions, and the week''s gatherings open to all.';

create function public.read_gathering(gathering_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.card || jsonb_build_object(
      'description', g.description,
      'cancellation_reason', g.cancellation_reason,
      'coalition', (
        select jsonb_build_object('slug', k.slug, 'display_name', k.display_name, 'korean_name', k.korean_name)
        from public.coalitions k where k.id = g.coalition_id
      ),
      'recipients', private.recipients_of(g.id, g.organization_id, 'card'),
      'writable_by', private.writable_by(g.id),
      'reached', private.reached(g.id, 'card'),
      'indexable', g.indexable,
      'version', private.version_of(g.id),
      'detail', (
        select jsonb_build_object(
          'address', d.address, 'online_url', d.online_url, 'contact', d.contact,
          'instructions', d.instructions, 'accessibility', d.accessibility, 'audience', d.audience,
          'coalition', (
            select jsonb_build_object('slug', k.slug, 'display_name', k.display_name, 'korean_name', k.korean_name)
            from public.coalitions k where k.id = d.coalition_id
          ),
          'recipients', private.recipients_of(g.id, g.organization_id, 'detail'),
          'reached', private.reached(g.id, 'detail')
        )
        from public.gathering_details d where d.organization_id = g.organization_id and d.gathering_id = g.id
      ),
      'notes', private.notes_of(g.id, g.organization_id),
      'hosts', private.hosts_of(g.id, g.organization_id),
      'roles', private.roles_of(g.id),
      'held_by', private.held_by(g.id),
      'series', private.repetition_of(g.id, g.series_id),
      'signup', private.signup_of(g.id, g.organization_id)
    )
    from public.gatherings g
    join private.gathering_cards c on c.id = g.id
    where g.id = read_gathering.gathering_id
  );
end $$;
comment on function public.read_gathering(uuid) is
  'One gathering with the layers its reader may see, or null: the same null whether it is hidden or absent.';

create function private.stored_gathering(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'id', g.id, 'organization_id', g.organization_id, 'coalition_id', g.coalition_id, 'title', g.title,
      'description', g.description, 'kind', g.kind, 'area', g.area, 'languages', g.languages,
      'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone,
      'starts_fold', g.starts_fold, 'ends_fold', g.ends_fold, 'state', g.state, 'audience', g.audience,
      'indexable', g.indexable, 'tells_taken', g.tells_taken, 'cancellation_reason', g.cancellation_reason, 'shared_at', g.shared_at,
      'version', private.version_of(g.id),
      'recipients', private.recipient_ids(g.id, g.organization_id, 'card'),
      'detail', (
        select jsonb_build_object(
          'address', d.address, 'online_url', d.online_url, 'contact', d.contact, 'instructions', d.instructions,
          'accessibility', d.accessibility, 'audience', d.audience, 'coalition_id', d.coalition_id,
          'recipients', private.recipient_ids(g.id, g.organization_id, 'detail')
        )
        from public.gathering_details d where d.organization_id = g.organization_id and d.gathering_id = g.id
      ),
      'notes', private.notes_of(g.id, g.organization_id)
    )
    from public.gatherings g
    where g.id = stored_gathering.gathering_id and g.organization_id = stored_gathering.organization_id
      and g.organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
  );
end $$;
comment on function private.stored_gathering(uuid, uuid) is
  'All layers of a gathering as its form reads them. Null unless the caller may write it.';

create function private.recipient_ids(gathering_id uuid, organization_id uuid, layer public.layer) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(s.recipient_id order by s.recipient_id), '[]') from public.shares s
    where s.organization_id = recipient_ids.organization_id and s.gathering_id = recipient_ids.gathering_id
      and s.layer = recipient_ids.layer
  );
end $$;
comment on function private.recipient_ids(uuid, uuid, public.layer) is 'Whom a layer is named to, as far as the caller may see the shares.';

create function public.edit_gathering(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.stored_gathering(edit_gathering.gathering_id, edit_gathering.organization_id) || jsonb_build_object(
    'fellows', public.fellow_organizations(edit_gathering.organization_id),
    'hosts', private.known_hostings(edit_gathering.gathering_id, edit_gathering.organization_id),
    'series', private.edited_series(edit_gathering.gathering_id)
  );
end $$;
comment on function public.edit_gathering(uuid, uuid) is 'What the form starts from, with the organizations it could be named to, and those that hold it too. Null unless the caller may write this gathering.';

create function public.new_gathering(
  organization_id uuid, from_gathering uuid default null, from_template uuid default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not new_gathering.organization_id = any (private.my_organizations('gatherings.write')) then
    return null;
  end if;
  return jsonb_build_object(
    'fellows', public.fellow_organizations(new_gathering.organization_id),
    'templates', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name), '[]')
      from public.gathering_templates t where t.organization_id = new_gathering.organization_id
    ),
    'like', coalesce(
      private.stored_gathering(from_gathering, new_gathering.organization_id),
      (
        select t.content from public.gathering_templates t
        where t.organization_id = new_gathering.organization_id and t.id = from_template
      )
    )
  );
end $$;
comment on function public.new_gathering(uuid, uuid, uuid) is
  'What the form of a new gathering starts from: whom it could be named to, the organization''s templates, and what it should be like: one of its gatherings, or a template. Null unless the caller may write for the organization.';

grant execute on function private.stored_gathering(uuid, uuid), private.recipient_ids(uuid, uuid, public.layer) to authenticated;
grant execute on function public.front_page(), public.read_gathering(uuid) to anon, authenticated;
grant execute on function
  public.organization_home(uuid), public.fellow_organizations(uuid), public.edit_gathering(uuid, uuid),
  public.new_gathering(uuid, uuid, uuid)
  to authenticated;
