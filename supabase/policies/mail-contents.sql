-- What optional mail says, read under the policies of whoever receives it: the worker calls these as its reader.

create function private.mail_lines(ids uuid[]) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', g.id, 'title', g.title, 'kind', g.kind, 'area', g.area,
      'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone,
      'starts_at', g.starts_at, 'ends_at', g.ends_at, 'state', g.state,
      'organization', jsonb_build_object(
        'display_name', o.display_name, 'short_name', o.short_name, 'korean_name', o.korean_name
      )
    ) order by g.starts_at, g.id), '[]')
    from public.gatherings g join public.organizations o on o.id = g.organization_id
    where g.id = any (ids)
  );
end $$;
comment on function private.mail_lines(uuid[]) is 'What mail says of gatherings: their cards, never their details.';
grant execute on function private.mail_lines(uuid[]) to authenticated;

create function public.read_digest(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_id = any (private.my_organizations('gatherings.read')) then
    return null;
  end if;
  return jsonb_build_object(
    'this_week', private.mail_lines(array(
        select g.id from public.gatherings g
        where g.id in (select r.id from private.reaching(read_digest.organization_id, now(), now() + interval '7 days') r)
          and g.state <> 'draft' and g.ends_at > now()
        order by g.starts_at, g.id limit 20
    )),
    'new_from_partners', private.mail_lines(array(
        select g.id from public.gatherings g
        where g.id = any (private.next_of_each(array(select r.id from private.reaching(
            read_digest.organization_id, now(), now() + interval '90 days', now() - interval '7 days'
          ) r)))
          and g.organization_id <> read_digest.organization_id and g.state = 'scheduled' and g.starts_at > now()
        order by g.starts_at, g.id limit 10
    )),
    'waits_for_you', jsonb_build_object(
      'drafts', private.mail_lines(array(
          select g.id from public.gatherings g
          where g.id = any (private.next_of_each(array(
              select d.id from public.gatherings d
              where d.organization_id = read_digest.organization_id and d.state = 'draft'
                and d.starts_at > now() and d.starts_at < now() + interval '21 days'
            )))
            and read_digest.organization_id = any (private.my_organizations('gatherings.write'))
          order by g.starts_at, g.id limit 10
      )),
      'hostings', jsonb_array_length(private.open_hostings(read_digest.organization_id)),
      'invitations', (
        select count(*) from public.invitations i
        where i.organization_id = read_digest.organization_id and i.accepted_at is null and i.withdrawn_at is null
      )
    )
  );
end $$;
comment on function public.read_digest(uuid) is
  'The week of one organization for the caller: what is on in the next seven days, what partners shared in the last seven, and what waits for the caller there (drafts within three weeks, what it is asked to hold, open invitations), of each series the next. Cards only; null outside the caller''s organizations.';

create function public.read_reminder(gathering_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.mail_lines(array(
    select g.id from public.gatherings g
    where g.id = read_reminder.gathering_id and g.state = 'scheduled' and g.starts_at > now()
  )) -> 0;
end $$;
comment on function public.read_reminder(uuid) is
  'What a reminder says of a gathering that is still ahead, for whoever may see it; null where there is nothing to remind of.';

grant execute on function public.read_digest(uuid), public.read_reminder(uuid) to authenticated;
