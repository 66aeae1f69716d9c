-- What an organization's editors keep to begin new gatherings from.

grant select (id, organization_id, name, content, created_at) on public.gathering_templates to authenticated;
create policy gathering_templates_select_editor on public.gathering_templates
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant insert (organization_id, name, content) on public.gathering_templates to authenticated;
create policy gathering_templates_insert_editor on public.gathering_templates
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant delete on public.gathering_templates to authenticated;
create policy gathering_templates_delete_editor on public.gathering_templates
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

-- No update: another content is another template.

create function private.prepare_template() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.name := private.tidy_line(new.name, 'name', 80, true);
  if jsonb_typeof(new.content) is distinct from 'object' then
    perform private.refuse('not_understood', 422, 'name');
  elsif octet_length(new.content::text) > 65536 then
    perform private.refuse('too_long', 422, 'name', jsonb_build_object('maximum', 65536));
  end if;
  return new;
end $$;
comment on function private.prepare_template() is 'Tidies a template''s name and refuses what the constraints would.';
create trigger gathering_templates_prepare before insert on public.gathering_templates
  for each row execute function private.prepare_template();

create function public.keep_template(gathering_id uuid, organization_id uuid, name text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  kept jsonb := private.stored_gathering(keep_template.gathering_id, keep_template.organization_id);
  template uuid;
begin
  if kept is null then
    perform private.require_writer(keep_template.organization_id, 'gatherings.write');
    perform private.refuse('not_found', 404);
  elsif (
    select count(*) >= 50 from public.gathering_templates t where t.organization_id = keep_template.organization_id
  ) then
    perform private.refuse('too_many', 409, 'name', jsonb_build_object('maximum', 50));
  end if;
  insert into public.gathering_templates as t (organization_id, name, content)
  values (
    keep_template.organization_id, keep_template.name,
    kept - array['id', 'organization_id', 'version', 'shared_at', 'cancellation_reason']
  )
  on conflict on constraint gathering_templates_one_per_name do nothing
  returning t.id into template;
  if template is null then
    perform private.refuse('name_taken', 409, 'name');
  end if;
  return jsonb_build_object('id', template);
end $$;
comment on function public.keep_template(uuid, uuid, text) is
  'Keeps a gathering under a name, to begin others from: what its form holds, with the times of day.';
grant execute on function public.keep_template(uuid, uuid, text) to authenticated;
