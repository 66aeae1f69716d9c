-- A service as somebody else sees it, answered by the same policies.

create function private.preview_service_as(service_id uuid, organization_id uuid, viewer jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from public.services s
    where s.id = preview_service_as.service_id and s.organization_id = preview_service_as.organization_id
      and s.organization_id = any (private.my_organizations('resources.write'))
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.look_as(preview_service_as.organization_id, viewer);
end $$;
comment on function private.preview_service_as(uuid, uuid, jsonb) is
  'As private.look_as, for those who may write this one service, and viewers of their own coalitions.';
grant execute on function private.preview_service_as(uuid, uuid, jsonb) to authenticated;

create function public.preview_service(service_id uuid, organization_id uuid, viewer jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  fellows constant jsonb := public.fellow_organizations(preview_service.organization_id);
  name jsonb;
  seen jsonb;
begin
  select s.name into name from public.services s
  where s.id = preview_service.service_id and s.organization_id = preview_service.organization_id;
  perform private.preview_service_as(preview_service.service_id, preview_service.organization_id, viewer);
  seen := public.read_service(preview_service.service_id) - 'truth';
  perform set_config('hamkke.previewed', '', true);
  return jsonb_build_object('name', name, 'fellows', fellows, 'seen', seen);
end $$;
comment on function public.preview_service(uuid, uuid, jsonb) is
  'What read_service answers, without whether it is true, to another organization, a member of a coalition or the public (null where they see nothing), for those who may write the service. Nothing but this one row is read through other eyes.';
grant execute on function public.preview_service(uuid, uuid, jsonb) to authenticated;
