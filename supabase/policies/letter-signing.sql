-- How an organization signs, and how one without an account is entered. A signature is of the text its signer saw.

create function private.signs_for(person uuid, organization_id uuid) returns boolean
language plpgsql stable set search_path = '' as $$
declare
  rule constant text := coalesce((select r.who from public.signing_rules r where r.organization_id = signs_for.organization_id), 'admins');
begin
  return exists (
    select from public.memberships m
    where m.organization_id = signs_for.organization_id and m.person_id = signs_for.person and case rule
      when 'admins' then m.role = 'admin'
      when 'editors' then m.role in ('admin', 'editor')
      else exists (
        select from public.signing_people p
        where p.organization_id = signs_for.organization_id and p.person_id = signs_for.person
      ) end
  );
end $$;
comment on function private.signs_for(uuid, uuid) is 'Whether a person signs letters for an organization, by its own rule. Granted to nobody.';

create function private.may_sign(organization_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.signs_for(private.my_person(), may_sign.organization_id);
end $$;
comment on function private.may_sign(uuid) is 'Whether the caller signs letters for an organization, by its own rule.';
grant execute on function private.may_sign(uuid) to authenticated;

create function private.letter_to_sign(letter_id uuid, organization_id uuid) returns public.letters
language plpgsql security definer set search_path = '' as $$
declare
  letter public.letters;
begin
  -- Whoever only reads for an organization asks for nothing in its name.
  perform private.require_writer(letter_to_sign.organization_id, 'members.read');
  perform private.hold_letter(letter_to_sign.letter_id);
  select l.* into letter from public.letters l
  where l.id = letter_to_sign.letter_id and (
    l.organization_id = letter_to_sign.organization_id
    or (l.audience <> 'owner' and exists (
      select from public.standings s where s.coalition_id = l.coalition_id and s.organization_id = letter_to_sign.organization_id
    ))
    or exists (
      select from public.letter_signatures s where s.letter_id = l.id and s.organization_id = letter_to_sign.organization_id
    )
  );
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  return letter;
end $$;
comment on function private.letter_to_sign(uuid, uuid) is
  'A letter that the caller''s organization leads, may sign or has signed, held. As absent to everyone else. Granted to nobody.';

create function private.is_asked(letter public.letters, organization_id uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return coalesce((
    select d.deed = 'asked' from public.letter_deeds d
    where d.organization_id = is_asked.organization_id and d.owner_id = (letter).organization_id
      and d.letter_id = (letter).id and d.text_hash = (letter).text_hash
    order by d.id desc limit 1
  ), false);
end $$;
comment on function private.is_asked(public.letters, uuid) is 'Whether an organization''s signature of the present text waits for whoever signs for it. Granted to nobody.';

create function private.sign_letter(letter_id uuid, organization_id uuid, seen text, late boolean) returns text
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.letter_to_sign(sign_letter.letter_id, sign_letter.organization_id);
  signer public.organizations;
  fellow text;
begin
  -- Whoever has left may take its signature back and gives no other; and nobody signs for a lead that has left.
  if letter.organization_id <> sign_letter.organization_id and 2 > (
    select count(*) from public.standings s
    where s.coalition_id = letter.coalition_id and s.organization_id in (letter.organization_id, sign_letter.organization_id)
  ) then
    perform private.refuse('not_found', 404);
  elsif letter.text_hash is distinct from sign_letter.seen then
    perform private.refuse('letter_changed_meanwhile', 409);
  elsif exists (
    select from public.letter_signatures s
    where s.organization_id = sign_letter.organization_id and s.letter_id = letter.id and s.text_hash = letter.text_hash
  ) then
    return 'signed';
  elsif letter.closed_at is not null then
    perform private.refuse('letter_is_closed', 409);
  elsif letter.audience = 'owner' then
    perform private.refuse('letter_is_a_draft', 409);
  elsif letter.due_at < clock_timestamp() and not coalesce(sign_letter.late, false) then
    perform private.refuse('letter_deadline_passed', 409, 'late');
  elsif not private.may_sign(sign_letter.organization_id) then
    if not private.is_asked(letter, sign_letter.organization_id) then
      perform private.note_deed(letter, sign_letter.organization_id, 'asked');
    end if;
    return 'asked';
  end if;
  select o.* into signer from public.organizations o where o.id = sign_letter.organization_id;
  -- From the deadline on who stood there in time stands: a late signature takes the place of none.
  if letter.due_at < clock_timestamp() then
    select o.english_name into fellow from public.letter_others o
    where o.letter_id = letter.id and o.text_hash = letter.text_hash and not o.late
      and o.name_keys && private.organization_keys(signer.id)
    limit 1;
    if fellow is not null then
      perform private.refuse('signatory_stands_there', 409, 'late', jsonb_build_object('name', fellow));
    end if;
  end if;
  insert into public.letter_signatures (organization_id, owner_id, letter_id, text_hash, english_name, korean_name, name_keys)
  values (
    signer.id, letter.organization_id, letter.id, letter.text_hash, signer.display_name, signer.korean_name,
    private.organization_keys(signer.id)
  );
  -- It signs for itself now: what the lead entered under one of its names would count it twice.
  delete from public.letter_others o where o.letter_id = letter.id and o.name_keys && private.organization_keys(signer.id);
  perform private.note_deed(letter, signer.id, 'signed');
  return 'signed';
end $$;
comment on function private.sign_letter(uuid, uuid, text, boolean) is
  'Signs the text its signer saw for their organization, or asks whoever signs for it. A second press is answered like the first. Late ones say that they are.';
grant execute on function private.sign_letter(uuid, uuid, text, boolean) to authenticated;

create function private.note_deed(letter public.letters, organization_id uuid, deed public.letter_deed) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.letter_deeds (organization_id, owner_id, letter_id, text_hash, deed, person_id)
  values (note_deed.organization_id, (letter).organization_id, (letter).id, (letter).text_hash, note_deed.deed, private.my_person());
end $$;
comment on function private.note_deed(public.letters, uuid, public.letter_deed) is 'Remembers, for an organization''s own people, who did what about its signature. Granted to nobody.';

create function private.decline_letter(letter_id uuid, organization_id uuid, seen text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.letter_to_sign(decline_letter.letter_id, decline_letter.organization_id);
begin
  if not private.may_sign(decline_letter.organization_id) then
    perform private.refuse('not_allowed', 403);
  elsif letter.text_hash is distinct from decline_letter.seen then
    perform private.refuse('letter_changed_meanwhile', 409);
  elsif not private.is_asked(letter, decline_letter.organization_id) then
    perform private.refuse('not_asked_any_more', 409);
  end if;
  perform private.note_deed(letter, decline_letter.organization_id, 'declined');
end $$;
comment on function private.decline_letter(uuid, uuid, text) is 'Answers a colleague who asked for the organization''s signature with no.';
grant execute on function private.decline_letter(uuid, uuid, text) to authenticated;

create function private.withdraw_from_letter(letter_id uuid, organization_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.letter_to_sign(withdraw_from_letter.letter_id, withdraw_from_letter.organization_id);
begin
  if not private.may_sign(withdraw_from_letter.organization_id) then
    perform private.refuse('not_allowed', 403);
  elsif letter.closed_at is not null then
    perform private.refuse('letter_is_closed', 409);
  elsif letter.due_at < clock_timestamp() and exists (
    select from public.letter_signatures s
    where s.organization_id = withdraw_from_letter.organization_id and s.letter_id = letter.id
      and s.text_hash = letter.text_hash and not s.late
  ) then
    perform private.refuse('letter_is_final', 409);
  end if;
  delete from public.letter_signatures s
  where s.organization_id = withdraw_from_letter.organization_id and s.letter_id = letter.id;
  if found then
    perform private.note_deed(letter, withdraw_from_letter.organization_id, 'withdrawn');
  end if;
end $$;
comment on function private.withdraw_from_letter(uuid, uuid) is
  'Takes an organization''s signature back, under whatever text it stands; from the deadline on only a late one.';
grant execute on function private.withdraw_from_letter(uuid, uuid) to authenticated;

create function private.choose_signers(organization_id uuid, who text, people uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(choose_signers.organization_id, 'organization.write');
  if choose_signers.who is null or choose_signers.who not in ('admins', 'editors', 'named') then
    perform private.refuse('choose_one', 422, 'who');
  elsif choose_signers.who = 'named' and coalesce(cardinality(choose_signers.people), 0) = 0 then
    perform private.refuse('name_somebody', 422, 'people');
  end if;
  insert into public.signing_rules as r (organization_id, who) values (choose_signers.organization_id, choose_signers.who)
  on conflict on constraint signing_rules_pkey do update set who = excluded.who;
  delete from public.signing_people p where p.organization_id = choose_signers.organization_id;
  if choose_signers.who = 'named' then
    if exists (
      select from unnest(choose_signers.people) as named(id) where not exists (
        select from public.memberships m where m.organization_id = choose_signers.organization_id and m.person_id = named.id
      )
    ) then
      perform private.refuse('choose_one', 422, 'people');
    end if;
    insert into public.signing_people (organization_id, person_id)
    select choose_signers.organization_id, named.id from (select distinct unnest(choose_signers.people) as id) named;
  end if;
end $$;
comment on function private.choose_signers(uuid, text, uuid[]) is 'Says who signs letters for an organization. An admin does.';
grant execute on function private.choose_signers(uuid, text, uuid[]) to authenticated;
