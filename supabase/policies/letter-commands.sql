-- What the lead does with its letter. Every command waits at the letter, and only then looks what time it is and what the
-- text says.

create function private.hold_letter(letter_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(letter_id::text, 9));
end $$;
comment on function private.hold_letter(uuid) is 'Whoever signs, writes, moves or closes one letter does so one after the other. Granted to nobody.';

create function private.own_letter(letter_id uuid, organization_id uuid, seen text default null) returns public.letters
language plpgsql security definer set search_path = '' as $$
declare
  letter public.letters;
begin
  perform private.require_writer(own_letter.organization_id, 'actions.write');
  if not exists (
    select from public.letters l where l.id = own_letter.letter_id and l.organization_id = own_letter.organization_id
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.hold_letter(own_letter.letter_id);
  select l.* into letter from public.letters l where l.id = own_letter.letter_id;
  if letter.closed_at is not null then
    perform private.refuse('letter_is_closed', 409);
  elsif own_letter.seen is not null and own_letter.seen <> letter.text_hash then
    perform private.refuse('letter_changed_meanwhile', 409);
  end if;
  return letter;
end $$;
comment on function private.own_letter(uuid, uuid, text) is
  'A letter of the caller''s organization, held, and refused once it is closed or when its writer saw another text. Granted to nobody.';

create function private.tidy_letter(content jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  title jsonb;
  body jsonb;
  missing text;
begin
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  title := private.tidy_texts(content -> 'title', 'title', 200, true);
  body := private.tidy_texts(content -> 'body', 'body', 20000, true, true);
  select concat('body.', t.tag) into missing from jsonb_object_keys(title) as t(tag) where not body ? t.tag;
  if missing is null then
    select concat('title.', b.tag) into missing from jsonb_object_keys(body) as b(tag) where not title ? b.tag;
  end if;
  if missing is not null then
    perform private.refuse('required', 422, missing);
  end if;
  return jsonb_build_object('title', title, 'body', body);
end $$;
comment on function private.tidy_letter(jsonb) is 'Title and text of a letter, tidied: each in every language in which there is the other.';

create function private.letter_deadlines(content jsonb, letter public.letters) returns public.letters
language plpgsql stable set search_path = '' as $$
begin
  begin
    letter.due_local := content ->> 'due_local';
    letter.due_fold := content ->> 'due_fold';
    letter.internal_local := content ->> 'internal_local';
    letter.internal_fold := content ->> 'internal_fold';
  exception when data_exception then
    perform private.refuse('not_understood', 422);
  end;
  letter.time_zone := content ->> 'time_zone';
  if not exists (select from core.time_zones z where z.name = letter.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  elsif private.instant_of(letter.due_local, letter.time_zone, letter.due_fold, 'due') <= clock_timestamp() then
    perform private.refuse('deadline_is_over', 422, 'due');
  end if;
  return letter;
end $$;
comment on function private.letter_deadlines(jsonb, public.letters) is 'A letter with the deadlines that somebody typed; one that is over already is refused.';

create function private.make_letter(organization_id uuid, submission_id uuid, content jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  wanted public.letters;
  tidy jsonb;
begin
  perform private.require_writer(make_letter.organization_id, 'actions.write');
  if make_letter.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  perform pg_advisory_xact_lock(hashtextextended(make_letter.organization_id::text, 10));
  select l.* into wanted from public.letters l
  where l.organization_id = make_letter.organization_id and l.submission_id = make_letter.submission_id;
  if found then
    return wanted.id;
  end if;
  tidy := private.tidy_letter(content);
  wanted := private.letter_deadlines(content, null::public.letters);
  select c.id into wanted.coalition_id from public.coalitions c
  join public.standings s on s.coalition_id = c.id and s.organization_id = make_letter.organization_id
  where c.id::text = content ->> 'coalition_id';
  if wanted.coalition_id is null then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  elsif (select count(*) >= 200 from public.letters l where l.organization_id = make_letter.organization_id) then
    perform private.refuse('too_many', 409, 'title', jsonb_build_object('maximum', 200));
  end if;
  select c.owner_id, c.id into wanted.campaign_owner_id, wanted.campaign_id
  from private.campaign_for_letter(make_letter.organization_id, wanted.coalition_id, content ->> 'campaign_id') c;
  select o.display_name, o.korean_name into wanted.lead_english, wanted.lead_korean
  from public.organizations o where o.id = make_letter.organization_id;
  insert into public.letters as l (
    organization_id, coalition_id, campaign_owner_id, campaign_id, submission_id, lead_english, lead_korean, text_hash,
    due_local, due_fold, internal_local, internal_fold, time_zone
  ) values (
    make_letter.organization_id, wanted.coalition_id, wanted.campaign_owner_id, wanted.campaign_id, make_letter.submission_id,
    wanted.lead_english, wanted.lead_korean,
    core.letter_hash(tidy -> 'title', tidy -> 'body'),
    wanted.due_local, wanted.due_fold, wanted.internal_local, wanted.internal_fold, wanted.time_zone
  ) returning l.id into wanted.id;
  insert into public.letter_versions (organization_id, letter_id, version, title, body)
  values (make_letter.organization_id, wanted.id, 1, tidy -> 'title', tidy -> 'body');
  return wanted.id;
end $$;
comment on function private.make_letter(uuid, uuid, jsonb) is 'Begins a letter that nobody but its lead sees yet. A repeated submission answers with the first.';
grant execute on function private.make_letter(uuid, uuid, jsonb) to authenticated;

create function private.rewrite_letter(letter_id uuid, organization_id uuid, content jsonb, seen text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(rewrite_letter.letter_id, rewrite_letter.organization_id, coalesce(seen, ''));
  tidy constant jsonb := private.tidy_letter(content);
  hash constant text := core.letter_hash(tidy -> 'title', tidy -> 'body');
  latest integer;
begin
  if letter.due_at < clock_timestamp() then
    perform private.refuse('letter_is_final', 409);
  end if;
  if letter.audience = 'owner' then
    -- Once it is shown, the coalition reads every text there is; of a draft nobody has read another, unless to answer it.
    delete from public.letter_versions v
    where v.letter_id = letter.id and v.text_hash <> hash
      and not exists (select from public.letter_deeds d where d.letter_id = letter.id and d.text_hash = v.text_hash);
  end if;
  select coalesce(max(v.version), 0) into latest from public.letter_versions v where v.letter_id = letter.id;
  if latest >= 100 then
    perform private.refuse('too_many', 409, 'body', jsonb_build_object('maximum', 100));
  end if;
  insert into public.letter_versions (organization_id, letter_id, version, title, body)
  values (letter.organization_id, letter.id, latest + 1, tidy -> 'title', tidy -> 'body')
  on conflict on constraint letter_versions_one_per_text do nothing;
  update public.letters l set text_hash = hash where l.id = letter.id and l.text_hash <> hash;
  return hash;
end $$;
comment on function private.rewrite_letter(uuid, uuid, jsonb, text) is
  'Gives a letter another text, over the one its writer saw. From then on only signatures of that text count. What a draft said before is gone.';
grant execute on function private.rewrite_letter(uuid, uuid, jsonb, text) to authenticated;

create function private.move_letter(letter_id uuid, organization_id uuid, content jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(move_letter.letter_id, move_letter.organization_id);
  wanted public.letters;
begin
  if letter.due_at < clock_timestamp() then
    perform private.refuse('letter_is_final', 409);
  end if;
  wanted := private.letter_deadlines(content, letter);
  update public.letters l set due_local = wanted.due_local, due_fold = wanted.due_fold, internal_local = wanted.internal_local,
    internal_fold = wanted.internal_fold, time_zone = wanted.time_zone
  where l.id = letter.id;
end $$;
comment on function private.move_letter(uuid, uuid, jsonb) is 'Gives a letter other deadlines, as long as the first has not passed.';
grant execute on function private.move_letter(uuid, uuid, jsonb) to authenticated;

create function private.show_letter(letter_id uuid, organization_id uuid, audience text, signatory_order text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(show_letter.letter_id, show_letter.organization_id);
begin
  if show_letter.audience is null or show_letter.audience not in ('owner', 'coalition', 'everyone') then
    perform private.refuse('choose_one', 422, 'audience');
  elsif show_letter.signatory_order is null or show_letter.signatory_order not in ('alphabetical', 'by_signing') then
    perform private.refuse('choose_one', 422, 'signatory_order');
  elsif show_letter.audience <> letter.audience::text then
    if letter.due_at < clock_timestamp() then
      perform private.refuse('letter_is_final', 409, 'audience');
    elsif exists (select from public.letter_signatures s where s.letter_id = letter.id)
      or exists (select from public.letter_others o where o.letter_id = letter.id)
    then
      -- They signed for those readers, and no others.
      perform private.refuse('letter_is_signed', 409, 'audience');
    end if;
  end if;
  update public.letters l
  set audience = show_letter.audience::public.audience, signatory_order = show_letter.signatory_order
  where l.id = letter.id;
end $$;
comment on function private.show_letter(uuid, uuid, text, text) is
  'Says who reads a letter, which stands once somebody has signed, and in which order the signatories do.';
grant execute on function private.show_letter(uuid, uuid, text, text) to authenticated;

create function private.close_letter(letter_id uuid, organization_id uuid, seen text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(close_letter.letter_id, close_letter.organization_id, coalesce(seen, ''));
begin
  if letter.audience = 'owner' then
    perform private.refuse('letter_is_a_draft', 409);
  end if;
  update public.letters l set closed_at = clock_timestamp() where l.id = letter.id;
end $$;
comment on function private.close_letter(uuid, uuid, text) is 'Closes a letter for good: nobody signs it any more, nobody takes a signature back, and nothing in it changes.';
grant execute on function private.close_letter(uuid, uuid, text) to authenticated;

create function private.remove_letter(letter_id uuid, organization_id uuid, seen text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(remove_letter.letter_id, remove_letter.organization_id, coalesce(seen, ''));
begin
  -- One that is a draft again has no signature of any text (private.show_letter).
  if letter.audience <> 'owner' then
    perform private.refuse('letter_is_no_draft', 409);
  end if;
  delete from public.letters l where l.id = letter.id;
end $$;
comment on function private.remove_letter(uuid, uuid, text) is
  'Removes a draft with all its texts, as its writer saw it. A letter that the coalition sees is closed instead.';
grant execute on function private.remove_letter(uuid, uuid, text) to authenticated;
