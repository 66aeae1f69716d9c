-- What pages about sign-ups show: to the public whether there is room, to hosts counts, to each organization its own people.

create function private.host_part(owner uuid, gathering uuid, host uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return case when host = owner then 'owner' else (
    select h.part::text from public.hostings h
    where h.organization_id = owner and h.gathering_id = gathering and h.host_id = host and h.state = 'accepted'
  ) end;
end $$;
comment on function private.host_part(uuid, uuid, uuid) is
  'What an organization is to a gathering: owner, co_host, promoter, or null. Not for the API.';

create function private.signup_of(gathering uuid, owner uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  list public.signup_lists;
  held public.gatherings;
begin
  select l.* into list from public.signup_lists l where l.organization_id = owner and l.gathering_id = gathering;
  if not found then
    return null;
  end if;
  select g.* into held from public.gatherings g where g.organization_id = owner and g.id = gathering;
  return jsonb_build_object(
    'problem', private.signup_problem(list, held),
    'room', (private.next_in_line(list)).id is null and private.fits(list, 1),
    'headcount', case when list.headcount_public then private.taken_seats(list) end,
    'hosts', (
      select coalesce(jsonb_agg(o.label || jsonb_build_object(
        'reads_people', o.id = any (private.my_organizations('signups.read'))
      ) order by o.slug), '[]')
      from private.organization_labels o
      where o.id = any (private.my_organizations('gatherings.read')) and private.host_part(owner, gathering, o.id) is not null
    )
  );
end $$;
comment on function private.signup_of(uuid, uuid) is
  'What everyone who sees a gathering may know of its list: whether one can sign up (else why not), whether there is room or a queue, how many come where that is public; and as which of their own organizations the caller spreads the link. Null without a list. Whoever calls has read the gathering''s card.';
grant execute on function private.signup_of(uuid, uuid) to anon, authenticated;

create function private.signup_form(gathering uuid, owner uuid, via text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select private.signup_of(gathering, owner) - 'hosts' || jsonb_build_object(
      'organization', (select o.label from private.organization_labels o where o.id = private.host_named(owner, gathering, via)),
      'delete_at', g.ends_at + make_interval(days => l.keep_days)
    )
    from public.gatherings g
    join public.signup_lists l on l.organization_id = g.organization_id and l.gathering_id = g.id
    where g.organization_id = owner and g.id = gathering
  );
end $$;
comment on function private.signup_form(uuid, uuid, text) is 'See public.signup_form, which asks whether the caller sees the gathering.';
grant execute on function private.signup_form(uuid, uuid, text) to anon, authenticated;

create function public.signup_form(gathering_id uuid, via text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.card || jsonb_build_object('signup', private.signup_form(
      c.id, c.organization_id, private.known_slug(signup_form.via)
    ))
    from private.gathering_cards c where c.id = signup_form.gathering_id
  );
end $$;
comment on function public.signup_form(uuid, text) is
  'What the page for signing up says: the gathering, whether there is room, which organization will see who comes, until when it is kept ("signup" is null without a list). Null where the caller does not see the gathering, whatever link they have.';

create function private.signup_totals(gathering uuid, host uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  list public.signup_lists;
  part text;
begin
  select l.* into list from public.signup_lists l where l.gathering_id = gathering;
  part := private.host_part(list.organization_id, gathering, host);
  if part is null or not host = any (private.my_organizations('signups.read')) then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'coming', coalesce(sum(s.seats) filter (where s.state = 'coming'), 0),
      'waiting', coalesce(sum(s.seats) filter (where s.state = 'waiting'), 0),
      'cancelled', count(*) filter (where s.state = 'cancelled'),
      'capacity', case when part <> 'promoter' then list.capacity end,
      'left', case when part <> 'promoter' then greatest(0, list.capacity - private.taken_seats(list)) end,
      'needs', (
        select coalesce(jsonb_object_agg(n.need, n.many), '{}') from (
          select need, count(*) as many from public.signups c, unnest(c.needs) as need
          where c.gathering_owner_id = list.organization_id and c.gathering_id = gathering and c.state = 'coming'
            and c.delete_at > now() and (part <> 'promoter' or c.organization_id = host)
          group by need
        ) n
      ),
      'languages', (
        select coalesce(jsonb_object_agg(n.language, n.many), '{}') from (
          select c.language, sum(c.seats) as many from public.signups c
          where c.gathering_owner_id = list.organization_id and c.gathering_id = gathering and c.state = 'coming'
            and c.delete_at > now() and (part <> 'promoter' or c.organization_id = host)
          group by c.language
        ) n
      )
    )
    from public.signups s
    where s.gathering_owner_id = list.organization_id and s.gathering_id = gathering and s.delete_at > now()
      and (part <> 'promoter' or s.organization_id = host)
  );
end $$;
comment on function private.signup_totals(uuid, uuid) is
  'How many come and wait, what they need and which languages they speak, without names: of everybody for the owner and co-hosts, of their own people for who spreads the word. Null for an organization that holds no part of the gathering.';
grant execute on function private.signup_totals(uuid, uuid) to authenticated;

create function public.gathering_signups(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  card jsonb;
  totals jsonb;
  people jsonb;
begin
  perform private.require_writer(gathering_signups.organization_id, 'signups.read');
  select c.card into card from private.gathering_cards c where c.id = gathering_signups.gathering_id;
  totals := private.signup_totals(gathering_signups.gathering_id, gathering_signups.organization_id);
  select jsonb_agg(jsonb_build_object(
    'id', s.id, 'name', s.name, 'seats', s.seats, 'language', s.language, 'needs', s.needs, 'contact', s.contact,
    'state', s.state, 'created_at', s.created_at, 'delete_at', s.delete_at,
    'is_ours', s.organization_id = gathering_signups.organization_id,
    'to_call', s.promoted_at is not null and s.told_at is null and s.contact <> '',
    'promoted', s.promoted_at is not null
  ) order by s.state, s.created_at, s.id) into people
  from public.signups s
  where s.gathering_id = gathering_signups.gathering_id and s.state <> 'cancelled' and (
    s.organization_id = gathering_signups.organization_id
    or (s.told_host and s.gathering_owner_id = gathering_signups.organization_id)
  );
  if totals is null and people is null then
    perform private.refuse('not_found', 404);
  end if;
  return jsonb_build_object('gathering', card, 'totals', totals, 'people', coalesce(people, '[]'));
end $$;
comment on function public.gathering_signups(uuid, uuid) is
  'An organization''s own people for a gathering and, for its owner, those who chose to tell it; and the totals of hosts. Who held it once keeps the people alone. Refuses not_found, also where there is nothing of the organization''s.';

grant execute on function public.signup_form(uuid, text) to anon, authenticated;
grant execute on function public.gathering_signups(uuid, uuid) to authenticated;
