-- Sign-on letters: who may see what. Nobody writes these tables through the API: each command holds the letter first, and
-- decides about rows that its caller may not read (letter-commands.sql, letter-signing.sql).

create function private.own_signatures() returns table (letter_id uuid, signed_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select l.id, max(s.signed_at) from public.letter_signatures s
    join public.letters l on l.organization_id = s.owner_id and l.id = s.letter_id and l.text_hash = s.text_hash
    where s.organization_id = any (private.my_organizations('actions.read'))
    group by l.id;
end $$;
comment on function private.own_signatures() is 'When the caller''s organizations signed the present text of a letter.';
grant execute on function private.own_signatures() to authenticated;

create function private.signed_until() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(jsonb_object_agg(s.letter_id, s.signed_at), '{}') from private.own_signatures() s);
end $$;
comment on function private.signed_until() is 'The same as one value, by letter, which a policy asks once for all rows.';
grant execute on function private.signed_until() to authenticated;

create function private.letters_signed() returns uuid[]
language plpgsql stable set search_path = '' as $$
begin
  return array(select s.letter_id from private.own_signatures() s);
end $$;
comment on function private.letters_signed() is 'The letters whose present text the caller''s organizations have signed: they go on seeing it when they leave the coalition, and what it is rewritten to no more.';
grant execute on function private.letters_signed() to authenticated;

create function private.coalition_sides()
returns table (letter_id uuid, coalition_id uuid, internal_local timestamp, internal_fold smallint, internal_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
declare
  own constant uuid[] := private.my_organizations('actions.read');
  ours constant uuid[] := private.my_coalitions();
begin
  return query
    select l.id, l.coalition_id, l.internal_local, l.internal_fold, l.internal_at from public.letters l
    where l.organization_id = any (own) or (l.audience <> 'owner' and l.coalition_id = any (ours) and exists (
      select from public.standings s where s.organization_id = l.organization_id and s.coalition_id = l.coalition_id
    ));
end $$;
comment on function private.coalition_sides() is
  'What the coalition alone knows of its letters: which coalition it is, and the internal deadline. Readers of a letter for everyone learn neither.';
grant execute on function private.coalition_sides() to authenticated;

create function private.letters_beside_us() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(select c.letter_id from private.coalition_sides() c);
end $$;
comment on function private.letters_beside_us() is 'The letters of which the caller knows all that a coalition knows: earlier texts, and who signed those.';
grant execute on function private.letters_beside_us() to authenticated;

-- Not granted: coalition_id and the internal deadline (private.coalition_sides), submission_id.
grant select (
  id, organization_id, lead_english, lead_korean, audience, signatory_order, text_hash, due_local, due_fold, time_zone, due_at, closed_at
) on public.letters to anon, authenticated;
create policy letters_select_visitor on public.letters
  for select to anon
  using (audience = 'everyone' and (closed_at is not null or due_at <= now()));
create policy letters_select_coalition on public.letters
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    -- Who leads it no longer from within the coalition reaches nobody there any more.
    or (audience <> 'owner' and coalition_id = any ((select private.my_coalitions())::uuid[]) and exists (
      select from public.standings s where s.organization_id = letters.organization_id and s.coalition_id = letters.coalition_id
    ))
    or (audience = 'everyone' and (closed_at is not null or due_at <= now()))
    or id = any ((select private.letters_signed())::uuid[])
  );
-- No insert, update or delete: private.make_letter and its neighbours.

grant select (organization_id, letter_id, text_hash, version, title, body, written_at) on public.letter_versions to anon, authenticated;
create policy letter_versions_select_visitor on public.letter_versions
  for select to anon
  using (exists (
    select from public.letters l
    where l.organization_id = letter_versions.organization_id and l.id = letter_versions.letter_id
      and l.text_hash = letter_versions.text_hash
  ));
create policy letter_versions_select_coalition on public.letter_versions
  for select to authenticated
  using (exists (
    select from public.letters l
    where l.organization_id = letter_versions.organization_id and l.id = letter_versions.letter_id
      -- What a letter said before is the coalition's affair.
      and (l.text_hash = letter_versions.text_hash or l.id = any ((select private.letters_beside_us())::uuid[]))
  ));

grant select (organization_id, owner_id, letter_id, text_hash, english_name, korean_name, signed_at, late)
  on public.letter_signatures to anon, authenticated;
create policy letter_signatures_select_visitor on public.letter_signatures
  for select to anon
  using (exists (
    select from public.letters l
    where l.organization_id = letter_signatures.owner_id and l.id = letter_signatures.letter_id
      and l.text_hash = letter_signatures.text_hash
  ) and organization_id is not null);
create policy letter_signatures_select_coalition on public.letter_signatures
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    or exists (
      select from public.letters l
      where l.organization_id = letter_signatures.owner_id and l.id = letter_signatures.letter_id and (
        l.id = any ((select private.letters_beside_us())::uuid[])
        or (l.text_hash = letter_signatures.text_hash and (
          (l.audience = 'everyone' and (l.closed_at is not null or l.due_at <= now()))
          -- Whoever has left learns of nobody that signed after it did.
          or letter_signatures.signed_at <= ((select private.signed_until()) ->> l.id::text)::timestamptz
        ))
      )
    )
  );
-- No insert or delete: private.sign_letter, private.withdraw_from_letter.

-- Not granted: the id, which counts what all organizations did.
grant select (organization_id, owner_id, letter_id, text_hash, deed, person_id, done_at) on public.letter_deeds to authenticated;
create policy letter_deeds_select_own on public.letter_deeds
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('actions.read'))::uuid[]));

grant select (id, organization_id, letter_id, text_hash, english_name, korean_name, signed_at, late)
  on public.letter_others to anon, authenticated;
create policy letter_others_select_visitor on public.letter_others
  for select to anon
  using (exists (
    select from public.letters l
    where l.organization_id = letter_others.organization_id and l.id = letter_others.letter_id
      and l.text_hash = letter_others.text_hash
  ));
create policy letter_others_select_coalition on public.letter_others
  for select to authenticated
  using (exists (
    select from public.letters l
    where l.organization_id = letter_others.organization_id and l.id = letter_others.letter_id and (
      l.id = any ((select private.letters_beside_us())::uuid[])
      or (l.text_hash = letter_others.text_hash and (
        (l.audience = 'everyone' and (l.closed_at is not null or l.due_at <= now()))
        or letter_others.signed_at <= ((select private.signed_until()) ->> l.id::text)::timestamptz
      ))
    )
  ));

grant select (organization_id, who) on public.signing_rules to authenticated;
create policy signing_rules_select_own on public.signing_rules
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('actions.read'))::uuid[]));

grant select (organization_id, person_id) on public.signing_people to authenticated;
create policy signing_people_select_own on public.signing_people
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('actions.read'))::uuid[]));

-- ── What every writer is held to ────────────────────────────────────────────────────────────────────────────

create function private.prepare_letter() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not exists (select from core.time_zones z where z.name = new.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  end if;
  new.due_local := date_trunc('minute', new.due_local);
  new.internal_local := date_trunc('minute', new.internal_local);
  new.due_at := private.instant_of(new.due_local, new.time_zone, new.due_fold, 'due');
  new.internal_at := private.instant_of(new.internal_local, new.time_zone, new.internal_fold, 'internal');
  if cardinality(private.instants_of(new.due_local, new.time_zone)) = 1 then
    new.due_fold := null;
  end if;
  if cardinality(private.instants_of(new.internal_local, new.time_zone)) = 1 then
    new.internal_fold := null;
  end if;
  if new.internal_at >= new.due_at then
    perform private.refuse('internal_after_deadline', 422, 'internal');
  end if;
  return new;
end $$;
comment on function private.prepare_letter() is 'Derives both deadlines of a letter, for every writer, and refuses hours that are skipped or asked back.';
create trigger letters_prepare before insert or update on public.letters
  for each row execute function private.prepare_letter();

create function private.keep_letter() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.organization_id <> old.organization_id or new.coalition_id <> old.coalition_id then
    raise exception 'A letter stays with its lead and its coalition.';
  -- A campaign that its own lead deletes lets go of a letter, and no letter holds it back.
  elsif to_jsonb(new) - 'campaign_id' - 'campaign_owner_id' = to_jsonb(old) - 'campaign_id' - 'campaign_owner_id' then
    return new;
  elsif old.closed_at is not null then
    raise exception 'A closed letter never changes.';
  elsif old.due_at < now() and (new.text_hash, new.due_at, new.audience) is distinct from (old.text_hash, old.due_at, old.audience) then
    raise exception 'A letter whose deadline has passed keeps its text, its deadline and its readers.';
  end if;
  return new;
end $$;
comment on function private.keep_letter() is 'Refuses a change of what is final, whoever makes it.';
create trigger letters_keep before update on public.letters
  for each row execute function private.keep_letter();

create function private.keep_letter_version() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'A text that may have been signed never changes.';
end $$;
comment on function private.keep_letter_version() is 'Refuses every change of a text, whoever makes it.';
create trigger letter_versions_keep before update on public.letter_versions
  for each row execute function private.keep_letter_version();

create function private.stamp_signature() returns trigger
language plpgsql set search_path = '' as $$
declare
  due constant timestamptz := (
    select l.due_at from public.letters l
    where l.id = new.letter_id and l.organization_id = coalesce(to_jsonb(new) ->> 'owner_id', to_jsonb(new) ->> 'organization_id')::uuid
  );
begin
  new.signed_at := coalesce(new.signed_at, clock_timestamp());
  new.late := new.signed_at > due;
  return new;
end $$;
comment on function private.stamp_signature() is
  'Says when a signature came and whether that was late, for every writer: the moment of the deadline itself is in time.';
create trigger letter_signatures_stamp before insert on public.letter_signatures
  for each row execute function private.stamp_signature();
create trigger letter_others_stamp before insert or update on public.letter_others
  for each row execute function private.stamp_signature();
