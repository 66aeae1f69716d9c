-- A gathering as somebody else sees it, answered by the same policies.

create function private.look_as(organization_id uuid, viewer jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  looking jsonb := '{}';
begin
  -- Only the eyes of those one works with: a stranger's would tell where the stranger belongs.
  if viewer ? 'organization' then
    select jsonb_build_object('organization', o.id) into looking
    from public.organizations o
    where o.slug = viewer ->> 'organization' and o.id <> look_as.organization_id and exists (
      select from public.standings mine join public.standings theirs on theirs.coalition_id = mine.coalition_id
      where mine.organization_id = look_as.organization_id and theirs.organization_id = o.id
    );
  elsif viewer ? 'coalition' then
    select jsonb_build_object('coalition', c.id) into looking
    from public.coalitions c join public.standings mine on mine.coalition_id = c.id
    where c.slug = viewer ->> 'coalition' and mine.organization_id = look_as.organization_id;
  end if;
  if looking is null then
    perform private.refuse('not_found', 404);
  end if;
  perform set_config('hamkke.previewed', looking::text, true);
end $$;
comment on function private.look_as(uuid, jsonb) is
  'From here on the transaction looks through the viewer''s eyes: {"organization": slug}, {"coalition": slug} or {}. Not for the API: whoever calls it has asked whether the caller may.';

create function private.preview_as(gathering_id uuid, organization_id uuid, viewer jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from public.gatherings g
    where g.id = preview_as.gathering_id and g.organization_id = preview_as.organization_id
      and g.organization_id = any (private.my_organizations('gatherings.write'))
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.look_as(preview_as.organization_id, viewer);
end $$;
comment on function private.preview_as(uuid, uuid, jsonb) is
  'As private.look_as, for those who may write this one gathering, and viewers of their own coalitions.';
grant execute on function private.preview_as(uuid, uuid, jsonb) to authenticated;

create function public.preview_gathering(gathering_id uuid, organization_id uuid, viewer jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  fellows constant jsonb := public.fellow_organizations(preview_gathering.organization_id);
  title jsonb;
  seen jsonb;
begin
  select g.title into title from public.gatherings g
  where g.id = preview_gathering.gathering_id and g.organization_id = preview_gathering.organization_id;
  perform private.preview_as(preview_gathering.gathering_id, preview_gathering.organization_id, viewer);
  seen := public.read_gathering(preview_gathering.gathering_id);
  perform set_config('hamkke.previewed', '', true);
  return jsonb_build_object('title', title, 'fellows', fellows, 'seen', seen, 'time_zone', (
    select o.time_zone from public.organizations o where o.slug = viewer ->> 'organization'
  ));
end $$;
comment on function public.preview_gathering(uuid, uuid, jsonb) is
  'What read_gathering answers to another organization, a member of a coalition or the public (null where they see nothing), for those who may write the gathering. Nothing but this one row is read through other eyes.';
grant execute on function public.preview_gathering(uuid, uuid, jsonb) to authenticated;
