-- Where another source says something else than the card: seen by its owner's people and, of what they see, by the
-- coalition; settled by its owner.

grant select (organization_id, service_id, field, source, theirs, noted_at) on public.service_disagreements to authenticated;
create policy service_disagreements_select_coalition on public.service_disagreements
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or (
      organization_id = any ((select private.my_fellow_organizations())::uuid[])
      and exists (
        select from public.services s
        where s.organization_id = service_disagreements.organization_id and s.id = service_disagreements.service_id
      )
      and (field <> 'place' or exists (
        select from public.service_at_locations l
        where l.organization_id = service_disagreements.organization_id and l.service_id = service_disagreements.service_id
      ))
    )
  );

grant delete on public.service_disagreements to authenticated;
create policy service_disagreements_delete_editor on public.service_disagreements
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

-- No insert or update: what another source says is noted where it is read.

create function private.note_disagreement(
  organization_id uuid, service_id uuid, field text, ours jsonb, theirs jsonb, source text
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not note_disagreement.organization_id = any (private.my_organizations('resources.write')) or not exists (
    select from public.services s
    where s.organization_id = note_disagreement.organization_id and s.id = note_disagreement.service_id
  ) then
    return;
  elsif ours is not distinct from theirs or theirs is null then
    delete from public.service_disagreements d
    where d.organization_id = note_disagreement.organization_id and d.service_id = note_disagreement.service_id
      and d.field = note_disagreement.field and d.source = note_disagreement.source;
    return;
  end if;
  insert into public.service_disagreements as d (organization_id, service_id, field, source, theirs)
  values (
    note_disagreement.organization_id, note_disagreement.service_id, note_disagreement.field,
    private.tidy_line(note_disagreement.source, 'source', 120, true), note_disagreement.theirs
  )
  on conflict on constraint service_disagreements_one_per_source
  do update set theirs = excluded.theirs, noted_at = now() where d.theirs <> excluded.theirs;
end $$;
comment on function private.note_disagreement(uuid, uuid, text, jsonb, jsonb, text) is
  'Notes what another source says of a field that was written by hand, once per source; the newest counts. Nothing where both say the same, or where the caller may not write the service.';
grant execute on function private.note_disagreement(uuid, uuid, text, jsonb, jsonb, text) to authenticated;
