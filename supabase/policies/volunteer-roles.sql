-- What a gathering needs volunteers for: asking, changing and no longer asking, for one gathering or along its series.

create function public.add_role(organization_id uuid, gathering_id uuid, role jsonb, scope text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted constant public.volunteer_roles := jsonb_populate_record(null::public.volunteer_roles, role);
  occurrences uuid[];
begin
  perform private.require_writer(add_role.organization_id, 'gatherings.write');
  occurrences := private.chosen_occurrences(add_role.gathering_id, add_role.organization_id, scope);
  if cardinality(occurrences) = 0 then
    perform private.refuse('not_found', 404);
  end if;
  insert into public.volunteer_roles (organization_id, gathering_id, name, needed, languages)
  select add_role.organization_id, o.id, wanted.name, wanted.needed, wanted.languages
  from unnest(occurrences) as o(id);
  return jsonb_build_object('occurrences', cardinality(occurrences));
end $$;
comment on function public.add_role(uuid, uuid, jsonb, text) is
  'Asks for volunteers for something, {"name", "needed", "languages"}, at a gathering and, with the scope "following" or "all", at the others of its series that are not over. Refuses not_found, not_allowed, not_a_number_of_people, too_many.';

create function private.same_roles(role_id uuid, organization_id uuid, scope text) returns uuid[]
language plpgsql stable set search_path = '' as $$
begin
  return array(
    select r.id
    from public.volunteer_roles asked
    join public.volunteer_roles r on r.organization_id = asked.organization_id and (r.id = asked.id or (
      r.name = asked.name
      and r.gathering_id = any (private.chosen_occurrences(asked.gathering_id, asked.organization_id, same_roles.scope))
    ))
    where asked.id = same_roles.role_id and asked.organization_id = same_roles.organization_id
    order by r.id
  );
end $$;
comment on function private.same_roles(uuid, uuid, text) is
  'A role and, with the scope "following" or "all", those of the same name at the other occurrences that are not over. None where the caller sees no such role of that organization.';

create function public.change_role(organization_id uuid, role_id uuid, role jsonb, scope text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted constant public.volunteer_roles := jsonb_populate_record(null::public.volunteer_roles, role);
  roles uuid[];
begin
  perform private.require_writer(change_role.organization_id, 'gatherings.write');
  roles := private.same_roles(change_role.role_id, change_role.organization_id, scope);
  if cardinality(roles) = 0 then
    perform private.refuse('not_found', 404);
  end if;
  update public.volunteer_roles r set name = wanted.name, needed = wanted.needed, languages = wanted.languages
  where r.organization_id = change_role.organization_id and r.id = any (roles);
  return jsonb_build_object('occurrences', cardinality(roles));
end $$;
comment on function public.change_role(uuid, uuid, jsonb, text) is
  'Changes what is asked for, {"name", "needed", "languages"}, or of how many, also in the roles of the same name along the series. Whoever has a place keeps it. Refuses as public.add_role.';

create function public.remove_role(organization_id uuid, role_id uuid, scope text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  roles uuid[];
begin
  perform private.require_writer(remove_role.organization_id, 'gatherings.write');
  roles := private.same_roles(remove_role.role_id, remove_role.organization_id, scope);
  if cardinality(roles) = 0 then
    perform private.refuse('not_found', 404);
  end if;
  delete from public.volunteer_roles r where r.organization_id = remove_role.organization_id and r.id = any (roles);
  return jsonb_build_object('occurrences', cardinality(roles));
end $$;
comment on function public.remove_role(uuid, uuid, text) is
  'Asks for it no longer, here and in the roles of the same name along the series; places in it go with it. Refuses not_found, not_allowed.';

grant execute on function
  private.same_roles(uuid, uuid, text), public.add_role(uuid, uuid, jsonb, text),
  public.change_role(uuid, uuid, jsonb, text), public.remove_role(uuid, uuid, text)
  to authenticated;
