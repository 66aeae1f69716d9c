-- Private calendars: a link of a person's own, under which a program reads without signing in.

grant select (id, person_id, shown_id, label, shows, created_at, last_used_on) on public.feed_tokens to authenticated;
create policy feed_tokens_select_self on public.feed_tokens
  for select to authenticated
  using (person_id = (select private.my_person()));
grant delete on public.feed_tokens to authenticated;
create policy feed_tokens_delete_self on public.feed_tokens
  for delete to authenticated
  using (person_id = (select private.my_person()));

-- No insert and no update: only the command below makes tokens, so that each of them is a secret.

create function private.make_feed(label text, organization_id uuid, shows public.feed_shows) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := private.my_person();
  token constant text := private.new_token();
  made uuid;
begin
  -- Whoever makes two at once waits here for themselves.
  perform from public.people p where p.id = me for no key update;
  if not found then
    perform private.refuse('not_found', 404);
  elsif make_feed.organization_id is not null
    and not make_feed.organization_id = any (private.my_organizations('gatherings.read'))
  then
    perform private.refuse('choose_one', 422, 'organization');
  elsif (select count(*) from public.feed_tokens t where t.person_id = me) >= 20 then
    perform private.refuse('too_many_feeds', 409);
  end if;
  insert into public.feed_tokens (person_id, shown_id, label, shows, token_hash)
  values (
    me, make_feed.organization_id, private.tidy_line(make_feed.label, 'label', 60, true),
    coalesce(make_feed.shows, 'taken'), private.token_hash(token)
  )
  returning id into made;
  return jsonb_build_object('id', made, 'token', token);
end $$;
comment on function private.make_feed(text, uuid, public.feed_shows) is 'See public.make_feed.';
grant execute on function private.make_feed(text, uuid, public.feed_shows) to authenticated;

create function public.make_feed(label text, organization_id uuid, shows public.feed_shows) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.make_feed(make_feed.label, make_feed.organization_id, make_feed.shows);
end $$;
comment on function public.make_feed(text, uuid, public.feed_shows) is
  'A private calendar of the caller''s, of one of their organizations or (null) of all; its token is told now and never again. Refuses required, choose_one, too_many_feeds (20 a person), not_found without a live session.';
grant execute on function public.make_feed(text, uuid, public.feed_shows) to authenticated;

create function private.private_feed(token text, known text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  since constant timestamptz := private.feed_since();
  feed record;
  organizations uuid[];
  fellows uuid[];
  version text;
  answer jsonb;
begin
  select t.id, t.person_id, t.shown_id, t.label, t.shows, t.last_used_on, p.language into feed
  from public.feed_tokens t
  join public.people p on p.id = t.person_id
  join auth.users u on u.id = t.person_id
  where t.token_hash = private.token_hash(private_feed.token)
    and u.deleted_at is null and (u.banned_until is null or u.banned_until <= now());
  if not found then
    return null;
  end if;
  -- What belonging allows is looked up each time, as for a session.
  organizations := array(
    select m.organization_id from public.memberships m
    join private.role_permissions rp on rp.role = m.role and rp.permission = 'gatherings.read'
    where m.person_id = feed.person_id and (feed.shown_id is null or m.organization_id = feed.shown_id)
  );
  if organizations = '{}' then
    return null;
  end if;
  if feed.last_used_on is distinct from current_date then
    update public.feed_tokens t set last_used_on = current_date where t.id = feed.id;
  end if;

  fellows := array(
    select distinct theirs.organization_id from public.standings mine
    join public.standings theirs on theirs.coalition_id = mine.coalition_id
    where mine.organization_id = any (organizations)
  );
  version := left(encode(sha256(convert_to(concat_ws(
    ' ', feed.id, feed.shows, feed.label, feed.language, private.calendar_version(
      array(select 'own:' || o from unnest(organizations) as o union select 'to:' || o from unnest(organizations) as o)
      || array(select 'public:' || f from unnest(fellows) as f)
      || array(
        select 'coalition:' || s.coalition_id from public.standings s where s.organization_id = any (organizations)
      )
    )
  ), 'UTF8')), 'hex'), 32);
  answer := jsonb_build_object('version', version, 'language', feed.language);
  if version = known then
    return answer;
  end if;
  -- What reaches an organization is what its people see of others; drafts are nobody's calendar.
  return answer || jsonb_build_object('label', feed.label) || private.feed_events(array(
    select g.id from public.gatherings g
    where g.state <> 'draft' and g.id in (
      select r.id from unnest(organizations) as mine(id) cross join private.reaching(mine.id, since, 'infinity') r
    )
    order by g.starts_at, g.id limit 5000
  ), 'none', feed.shows);
end $$;
comment on function private.private_feed(text, text) is
  'See public.private_feed. Reads past row security and may: its rows are those of private.reaching for organizations whose living member the token''s owner is, and it tells their times, or titles and areas as well, and nothing else. It sets nothing that another statement would see.';
grant execute on function private.private_feed(text, text) to anon, authenticated;

create function public.private_feed(token text, known text default null) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.private_feed(private_feed.token, private_feed.known);
end $$;
comment on function public.private_feed(text, text) is
  'The calendar that a private link shows: what reaches the organizations of whoever made it, from sixty days ago on, 5,000 gatherings at most. Answers version and language alone where the version is the known one. Null for a link that shows nothing: never made, ended, of somebody who is no longer a member.';
grant execute on function public.private_feed(text, text) to anon, authenticated;
