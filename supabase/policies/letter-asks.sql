-- What waits for whoever signs for an organization: on its first page, and in the one letter a day about what is done
-- together (action-mail.sql).

create function private.signatures_asked(organizations uuid[]) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  signing constant uuid[] := array(select o.id from unnest(organizations) as o(id) where private.may_sign(o.id));
begin
  if cardinality(signing) = 0 then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', l.id, 'title', v.title, 'due_local', l.due_local, 'due_at', l.due_at, 'time_zone', l.time_zone, 'late', l.due_at < now(),
      'lead', jsonb_build_object('display_name', l.lead_english, 'short_name', l.lead_english, 'korean_name', l.lead_korean),
      'organization', o.label
    ) order by l.due_at, l.id, o.slug), '[]')
    from (select distinct d.organization_id, d.letter_id from public.letter_deeds d where d.deed = 'asked') asked
    join private.organization_labels o on o.id = asked.organization_id
    join public.letters l on l.id = asked.letter_id and l.closed_at is null and l.audience <> 'owner'
    join public.letter_versions v on v.organization_id = l.organization_id and v.letter_id = l.id and v.text_hash = l.text_hash
    left join private.coalition_sides() side on side.letter_id = l.id
    where asked.organization_id = any (signing)
      and (l.organization_id = asked.organization_id or private.takes_part(asked.organization_id, side.coalition_id))
      and private.waits_for_answer(l.id, asked.organization_id) is not null
  );
end $$;
comment on function private.signatures_asked(uuid[]) is
  'The letters for which somebody of these organizations asked for a signature that the caller may give or decline. Nothing for whoever does not sign.';

create function public.read_signatures_asked() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.signatures_asked(private.my_organizations('actions.read'));
end $$;
comment on function public.read_signatures_asked() is 'The signatures that colleagues of the caller ask for and that the caller may give or decline, of all their organizations.';
grant execute on function private.signatures_asked(uuid[]), public.read_signatures_asked() to authenticated;

create function private.signature_moment_came(person uuid, since timestamptz) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from public.memberships m
    join public.letter_deeds d on d.organization_id = m.organization_id and d.deed = 'asked'
    join public.letters l on l.id = d.letter_id and l.text_hash = d.text_hash and l.closed_at is null and l.audience <> 'owner'
    where m.person_id = person and private.signs_for(person, m.organization_id)
      and not exists (
        select from public.letter_deeds later
        where later.organization_id = d.organization_id and later.letter_id = d.letter_id and later.text_hash = d.text_hash
          and later.id > d.id
      )
      -- Who has left the coalition signs no longer, nor for a lead that has.
      and (l.organization_id = m.organization_id or 2 = (
        select count(*) from public.standings s
        where s.coalition_id = l.coalition_id and s.organization_id in (l.organization_id, m.organization_id)
      ))
      and exists (
        select from (
          select d.done_at union all select * from private.item_moments(l.internal_local, l.time_zone, 'asked', d.done_at)
        ) as moment(at)
        where moment.at > since and moment.at <= now()
      )
  );
end $$;
comment on function private.signature_moment_came(uuid, timestamptz) is
  'Whether somebody is to be told that a signature waits for them: once it is asked for, and then on the days on which parts are reminded of, by the internal deadline. Not for the API.';
