-- What editors of a co-host change: what the card and the detail say, never who can see them.

create function public.revise_hosted_gathering(
  gathering_id uuid, host_id uuid, seen_version integer, card jsonb, detail jsonb default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings;
  revised public.gatherings;
  written public.gathering_details;
begin
  gathering := private.lock_shared_gathering(
    revise_hosted_gathering.gathering_id, revise_hosted_gathering.host_id, revise_hosted_gathering.seen_version
  );
  if gathering.organization_id = revise_hosted_gathering.host_id then
    perform private.refuse('not_found', 404);
  elsif card - array[
      'title', 'description', 'kind', 'area', 'languages', 'starts_local', 'ends_local', 'time_zone', 'starts_fold', 'ends_fold'
    ] <> '{}'
    or detail - array['address', 'online_url', 'contact', 'instructions', 'accessibility'] <> '{}'
  then
    perform private.refuse('only_the_owner_decides', 403);
  end if;
  revised := private.read_card(card);

  update public.gatherings g set
    title = revised.title, description = revised.description, kind = revised.kind, area = revised.area,
    languages = revised.languages, starts_local = revised.starts_local, ends_local = revised.ends_local,
    time_zone = revised.time_zone, starts_fold = revised.starts_fold, ends_fold = revised.ends_fold,
    singled_out = g.series_id is not null
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
  return jsonb_build_object('id', gathering.id, 'version', private.host_version_of(gathering.id, host_id));
end $$;
comment on function public.revise_hosted_gathering(uuid, uuid, integer, jsonb, jsonb) is
  'Writes, as a co-host that may edit, what card and detail say, over the version that its editors saw. A detail that is null stays as it is. Refuses only_the_owner_decides where more is sent, not_found once the hosting has ended.';

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
      'notes', null, 'fellows', '[]'::jsonb, 'hosts', '[]'::jsonb, 'series', null,
      'owner', (select o.label from private.organization_labels o where o.id = g.organization_id)
    )
    from public.gatherings g
    where g.id = hosted_gathering.gathering_id and g.organization_id <> hosted_gathering.host_id
      and private.host_version_of(g.id, hosted_gathering.host_id) is not null
  );
end $$;
comment on function private.hosted_gathering(uuid, uuid) is
  'What the form of a co-host starts from, with the owner in it. Null unless the caller may write the gathering as that host.';

create function public.edit_shared_gathering(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return coalesce(
    public.edit_gathering(edit_shared_gathering.gathering_id, edit_shared_gathering.organization_id),
    private.hosted_gathering(edit_shared_gathering.gathering_id, edit_shared_gathering.organization_id)
  );
end $$;
comment on function public.edit_shared_gathering(uuid, uuid) is
  'As public.edit_gathering, and for a co-host that may edit: what it may change, with the owner. Null unless the caller may write the gathering as this organization.';

grant execute on function
  private.hosted_gathering(uuid, uuid), public.edit_shared_gathering(uuid, uuid),
  public.revise_hosted_gathering(uuid, uuid, integer, jsonb, jsonb)
  to authenticated;
