-- How what was changed of one occurrence comes to the others: field by field, so that what was changed of one alone stays.

create function private.patched(texts jsonb, before jsonb, after jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(k.tag, coalesce(k.text, texts ->> k.tag)) filter (where coalesce(k.text, texts ->> k.tag) is not null), '{}')
  from (
    select t.tag, case when before ->> t.tag is distinct from after ->> t.tag then after ->> t.tag end as text
    from (select jsonb_object_keys(texts) union select jsonb_object_keys(after)) as t(tag)
    where not (before ? t.tag and not after ? t.tag)
  ) k
$$;
comment on function private.patched(jsonb, jsonb, jsonb) is
  'Texts by language after the same change that led from before to after: languages that did not change stay.';

create function private.spread_changes(targets uuid[], organization_id uuid, before jsonb, after jsonb, publish boolean) returns void
language plpgsql set search_path = '' as $$
declare
  changed constant text[] := private.changed_fields(before, after, array['id', 'version', 'shared_at', 'cancellation_reason']);
  wanted public.gatherings := jsonb_populate_record(null::public.gatherings, after - array['detail', 'notes', 'recipients', 'languages']);
  is_seen_otherwise constant boolean := changed && array['audience', 'coalition_id'];
begin
  if cardinality(targets) = 0 then
    return;
  end if;
  wanted.languages := array(select jsonb_array_elements_text(after -> 'languages'));
  if changed && array['title', 'description', 'kind', 'area', 'languages', 'audience', 'coalition_id', 'indexable', 'tells_taken', 'state'] then
    update public.gatherings g set
      title = coalesce(nullif(private.patched(g.title, before -> 'title', after -> 'title'), '{}'), wanted.title),
      description = private.patched(g.description, before -> 'description', after -> 'description'),
      kind = case when 'kind' = any (changed) then wanted.kind else g.kind end,
      area = case when 'area' = any (changed) then wanted.area else g.area end,
      languages = case when 'languages' = any (changed) then wanted.languages else g.languages end,
      audience = case when is_seen_otherwise then wanted.audience else g.audience end,
      coalition_id = case when is_seen_otherwise then wanted.coalition_id else g.coalition_id end,
      indexable = case when 'indexable' = any (changed) then wanted.indexable else g.indexable end,
      tells_taken = case when 'tells_taken' = any (changed) then wanted.tells_taken else g.tells_taken end,
      state = case when 'state' = any (changed) and g.state <> 'cancelled' then wanted.state else g.state end
    where g.organization_id = spread_changes.organization_id and g.id = any (targets);
  end if;
  if is_seen_otherwise or 'recipients' = any (changed) then
    perform private.name_recipients(
      array(select g.id from public.gatherings g where g.id = any (targets) and g.audience = wanted.audience),
      spread_changes.organization_id, 'card', wanted.audience,
      array(select r.id::uuid from jsonb_array_elements_text(after -> 'recipients') as r(id))
    );
  end if;
  if 'detail' = any (changed) then
    perform private.spread_detail(
      targets, spread_changes.organization_id, coalesce(nullif(before -> 'detail', 'null'), '{}'), after -> 'detail', publish
    );
  end if;
  if 'notes' = any (changed) then
    perform private.spread_notes(targets, spread_changes.organization_id, after ->> 'notes');
  end if;
end $$;
comment on function private.spread_changes(uuid[], uuid, jsonb, jsonb, boolean) is
  'Changes of these gatherings what differs between two states of another one (private.stored_gathering), except when they are.';

create function private.spread_detail(targets uuid[], organization_id uuid, before jsonb, after jsonb, publish boolean) returns void
language plpgsql set search_path = '' as $$
declare
  changed constant text[] := private.changed_fields(before, after, '{}');
  wanted constant public.gathering_details := private.read_detail(after);
  is_seen_otherwise constant boolean := changed && array['audience', 'coalition_id'];
  series uuid;
begin
  select g.series_id into series from public.gatherings g where g.id = targets[1];
  perform set_config('hamkke.published', case when publish then series::text else '' end, true);
  update public.gathering_details d set
    address = case when 'address' = any (changed) then wanted.address else d.address end,
    online_url = case when 'online_url' = any (changed) then wanted.online_url else d.online_url end,
    contact = case when 'contact' = any (changed) then wanted.contact else d.contact end,
    instructions = private.patched(d.instructions, coalesce(before -> 'instructions', '{}'), after -> 'instructions'),
    accessibility = case when 'accessibility' = any (changed) then wanted.accessibility else d.accessibility end,
    audience = case when is_seen_otherwise then wanted.audience else d.audience end,
    coalition_id = case when is_seen_otherwise then wanted.coalition_id else d.coalition_id end
  where d.organization_id = spread_detail.organization_id and d.gathering_id = any (targets);
  insert into public.gathering_details (
    organization_id, gathering_id, address, online_url, contact, instructions, accessibility, audience, coalition_id
  )
  select spread_detail.organization_id, t.id, wanted.address, wanted.online_url, wanted.contact, wanted.instructions,
    wanted.accessibility, wanted.audience, wanted.coalition_id
  from unnest(targets) as t(id)
  where not exists (
    select from public.gathering_details d
    where d.organization_id = spread_detail.organization_id and d.gathering_id = t.id
  );
  perform set_config('hamkke.published', '', true);
  if is_seen_otherwise or 'recipients' = any (changed) then
    perform private.name_recipients(
      array(select d.gathering_id from public.gathering_details d where d.gathering_id = any (targets) and d.audience = wanted.audience),
      spread_detail.organization_id, 'detail', wanted.audience,
      array(select r.id::uuid from jsonb_array_elements_text(after -> 'recipients') as r(id))
    );
  end if;
end $$;
comment on function private.spread_detail(uuid[], uuid, jsonb, jsonb, boolean) is
  'The same for what stands below the card. Whether it becomes public was decided for all of them, or for none.';

create function private.spread_notes(targets uuid[], organization_id uuid, notes text) returns void
language plpgsql set search_path = '' as $$
begin
  if notes is null then
    delete from public.gathering_notes n
    where n.organization_id = spread_notes.organization_id and n.gathering_id = any (targets);
    return;
  end if;
  update public.gathering_notes n set body = notes
  where n.organization_id = spread_notes.organization_id and n.gathering_id = any (targets);
  insert into public.gathering_notes (organization_id, gathering_id, body)
  select spread_notes.organization_id, t.id, notes from unnest(targets) as t(id)
  where not exists (
    select from public.gathering_notes n
    where n.organization_id = spread_notes.organization_id and n.gathering_id = t.id
  );
end $$;
comment on function private.spread_notes(uuid[], uuid, text) is 'Gives these gatherings the same notes, or none.';

grant execute on function
  private.patched(jsonb, jsonb, jsonb), private.changed_fields(jsonb, jsonb, text[]),
  private.spread_changes(uuid[], uuid, jsonb, jsonb, boolean),
  private.spread_detail(uuid[], uuid, jsonb, jsonb, boolean), private.spread_notes(uuid[], uuid, text)
  to authenticated;
