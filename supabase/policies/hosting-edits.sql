-- What editors of a co-host change: what the card and the detail say, never who can see them.

create function private.revise_as_host(
  gathering public.gatherings, host uuid, card jsonb, recipients uuid[], detail jsonb, notes text
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  revised public.gatherings := private.read_card(card);
  written public.gathering_details;
begin
  if card - array[
      'title', 'description', 'kind', 'area', 'languages', 'starts_local', 'ends_local', 'time_zone', 'starts_fold', 'ends_fold'
    ] <> '{}'
    or detail - array['address', 'online_url', 'contact', 'instructions', 'accessibility'] <> '{}'
    or cardinality(recipients) > 0 or notes is not null
  then
    perform private.refuse('only_the_owner_decides', 403);
  end if;

  update public.gatherings g set
    title = revised.title, description = revised.description, kind = revised.kind, area = revised.area,
    languages = revised.languages, starts_local = revised.starts_local, ends_local = revised.ends_local,
    time_zone = revised.time_zone, starts_fold = revised.starts_fold, ends_fold = revised.ends_fold
  where g.id = gathering.id;
  if detail is not null then
    written := private.read_detail(detail);
    update public.gathering_details d set
      address = written.address, online_url = written.online_url, contact = written.contact,
      instructions = written.instructions, accessibility = written.accessibility
    where d.organization_id = gathering.organization_id and d.gathering_id = gathering.id;
    if not found then
      insert into public.gathering_details (
        organization_id, gathering_id, address, online_url, contact, instructions, accessibility
      ) values (
        gathering.organization_id, gathering.id, written.address, written.online_url, written.contact,
        written.instructions, written.accessibility
      );
    end if;
  end if;
  return jsonb_build_object('id', gathering.id, 'version', private.host_version_of(gathering.id, host));
end $$;
comment on function private.revise_as_host(public.gatherings, uuid, jsonb, uuid[], jsonb, text) is
  'Writes what a co-host may change of a gathering that private.lock_shared_gathering locked; refuses only_the_owner_decides where more was sent.';
grant execute on function private.revise_as_host(public.gatherings, uuid, jsonb, uuid[], jsonb, text) to authenticated;

create function private.hosted_gathering(gathering_id uuid, host_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'id', g.id, 'organization_id', g.organization_id, 'coalition_id', null, 'title', g.title,
      'description', g.description, 'kind', g.kind, 'area', g.area, 'languages', g.languages,
      'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone,
      'starts_fold', g.starts_fold, 'ends_fold', g.ends_fold, 'state', g.state, 'audience', g.audience,
      'indexable', false, 'tells_taken', false, 'cancellation_reason', g.cancellation_reason, 'shared_at', g.shared_at,
      'version', private.host_version_of(g.id, hosted_gathering.host_id),
      'recipients', '[]'::jsonb,
      'detail', (
        select jsonb_build_object(
          'address', d.address, 'online_url', d.online_url, 'contact', d.contact, 'instructions', d.instructions,
          'accessibility', d.accessibility, 'audience', d.audience, 'coalition_id', null, 'recipients', '[]'::jsonb
        )
        from public.gathering_details d where d.organization_id = g.organization_id and d.gathering_id = g.id
      ),
      'notes', null,
      'owner', (select o.label from private.organization_labels o where o.id = g.organization_id)
    )
    from public.gatherings g
    where g.id = hosted_gathering.gathering_id and g.organization_id <> hosted_gathering.host_id
      and private.host_version_of(g.id, hosted_gathering.host_id) is not null
  );
end $$;
comment on function private.hosted_gathering(uuid, uuid) is
  'What the form of a co-host starts from, with the owner in it. Null unless the caller may write the gathering as that host.';
grant execute on function private.hosted_gathering(uuid, uuid) to authenticated;
