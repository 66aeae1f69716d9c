-- Who a gathering reaches, as far as its reader may know.

create function private.recipients_of(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(o.label order by o.slug), '[]')
    from public.shares s
    join private.organization_labels o on o.id = s.recipient_id
    where s.gathering_id = recipients_of.gathering_id and s.organization_id = recipients_of.organization_id
  );
end $$;
comment on function private.recipients_of(uuid, uuid) is
  'The organizations a gathering is named to: all for its owner''s people, itself for a recipient, none for anyone else.';

create function private.writable_by(organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(o.slug order by o.slug), '[]')
    from public.organizations o
    where o.id = writable_by.organization_id and o.id = any (private.my_organizations('gatherings.write'))
  );
end $$;
comment on function private.writable_by(uuid) is 'Slugs of the organizations as which the caller may write a row of this owner.';

create function private.reached(gathering_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  gathering public.gatherings;
begin
  select g.* into gathering from public.gatherings g
  where g.id = reached.gathering_id and g.organization_id = any (private.my_organizations('gatherings.read'));
  if not found then
    return null;
  end if;
  return jsonb_build_object('organizations', case
    when gathering.state = 'draft' or gathering.audience = 'owner' then 0
    when gathering.audience = 'named' then (
      select count(*) from public.shares s
      where s.organization_id = gathering.organization_id and s.gathering_id = gathering.id
    )
    when gathering.audience = 'coalition' then (
      select count(*) from public.standings s
      where s.coalition_id = gathering.coalition_id and s.organization_id <> gathering.organization_id
    )
    else (
      select count(distinct theirs.organization_id)
      from public.standings mine
      join public.standings theirs on theirs.coalition_id = mine.coalition_id
      where mine.organization_id = gathering.organization_id and theirs.organization_id <> mine.organization_id
    ) end);
end $$;
comment on function private.reached(uuid) is
  'How many other organizations can see the card, for its owner''s people; null for anyone else. A card for everyone reaches at least the owner''s fellows.';

grant execute on function
  private.recipients_of(uuid, uuid), private.writable_by(uuid), private.reached(uuid)
  to anon, authenticated;
