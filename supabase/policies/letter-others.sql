-- Organizations without an account that signed on paper or by mail, as the lead enters them. Names are compared folded, so
-- that an organization counts once under whichever of its names it comes.

create function private.name_key(name text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  plain constant text := lower(normalize(coalesce(name, ''), nfkc));
begin
  return regexp_replace(
    regexp_replace(plain, '^the\s+|[\s,]+(inc|incorporated|llc)\.?\s*$', '', 'g'), '[\s[:punct:]\u115f\u1160\u2800]', '', 'g'
  );
end $$;
comment on function private.name_key(text) is 'A name without case, space, Hangul fillers, punctuation, "The" and "Inc.": two spellings of one name have one key. Granted to nobody.';

create function private.name_keys(variadic names text[]) returns text[]
language plpgsql immutable set search_path = '' as $$
begin
  return array(
    select distinct k.key from (select private.name_key(n.name) as key from unnest(names) as n(name)) k where k.key <> '' order by k.key
  );
end $$;
comment on function private.name_keys(text[]) is 'The keys of several names. Granted to nobody.';

create function private.organization_keys(organization_id uuid) returns text[]
language plpgsql stable set search_path = '' as $$
begin
  return (
    select private.name_keys(variadic array[o.legal_name, o.display_name, o.short_name, o.korean_name] || o.aliases)
    from public.organizations o where o.id = organization_keys.organization_id
  );
end $$;
comment on function private.organization_keys(uuid) is 'The keys of all names of an organization: legal, shown, short, Korean, former. Granted to nobody.';

create function private.enter_signatory(letter_id uuid, organization_id uuid, seen text, content jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(enter_signatory.letter_id, enter_signatory.organization_id, coalesce(seen, ''));
  english constant text := private.tidy_line(content ->> 'english_name', 'english_name', 120, true);
  korean constant text := private.tidy_line(content ->> 'korean_name', 'korean_name', 120);
  keys constant text[] := private.name_keys(english, korean);
  fellow text;
  made uuid;
begin
  if letter.audience = 'owner' then
    perform private.refuse('letter_is_a_draft', 409);
  elsif cardinality(keys) = 0 then
    perform private.refuse('required', 422, 'english_name');
  elsif letter.due_at < clock_timestamp() and content ->> 'late' is distinct from 'true' then
    perform private.refuse('letter_deadline_passed', 409, 'late');
  end if;
  select s.english_name into fellow from public.letter_signatures s
  where s.owner_id = letter.organization_id and s.letter_id = letter.id and s.name_keys && keys
  union all
  select o.english_name from public.letter_others o
  where o.organization_id = letter.organization_id and o.letter_id = letter.id and o.name_keys && keys
  limit 1;
  if fellow is not null then
    perform private.refuse('signatory_stands_there', 409, 'english_name', jsonb_build_object('name', fellow));
  end if;
  -- Of the caller's fellows alone: of others nobody learns by trying names.
  select o.display_name into fellow from public.organizations o
  where o.id = any (private.my_fellow_organizations()) and private.organization_keys(o.id) && keys
  limit 1;
  if fellow is not null then
    perform private.refuse('signatory_signs_itself', 409, 'english_name', jsonb_build_object('name', fellow));
  elsif (select count(*) >= 500 from public.letter_others o where o.letter_id = letter.id) then
    perform private.refuse('too_many', 409, 'english_name', jsonb_build_object('maximum', 500));
  end if;
  insert into public.letter_others as o (organization_id, letter_id, text_hash, english_name, korean_name, name_keys)
  values (letter.organization_id, letter.id, letter.text_hash, english, nullif(korean, ''), keys)
  returning o.id into made;
  return made;
end $$;
comment on function private.enter_signatory(uuid, uuid, text, jsonb) is
  'Enters an organization without an account that signed this text, unless it stands there under another name or can sign for itself.';
grant execute on function private.enter_signatory(uuid, uuid, text, jsonb) to authenticated;

create function private.confirm_signatory(signatory_id uuid, letter_id uuid, organization_id uuid, seen text, late boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(confirm_signatory.letter_id, confirm_signatory.organization_id, coalesce(seen, ''));
begin
  if not exists (
    select from public.letter_others o where o.id = confirm_signatory.signatory_id and o.letter_id = letter.id
  ) then
    perform private.refuse('not_found', 404);
  elsif letter.due_at < clock_timestamp() and not coalesce(confirm_signatory.late, false) then
    perform private.refuse('letter_deadline_passed', 409, 'late');
  end if;
  update public.letter_others o set text_hash = letter.text_hash, signed_at = clock_timestamp()
  where o.id = confirm_signatory.signatory_id and o.letter_id = letter.id and o.text_hash <> letter.text_hash;
end $$;
comment on function private.confirm_signatory(uuid, uuid, uuid, text, boolean) is 'Says that an organization without an account has confirmed the changed text.';
grant execute on function private.confirm_signatory(uuid, uuid, uuid, text, boolean) to authenticated;

create function private.remove_signatory(signatory_id uuid, letter_id uuid, organization_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(remove_signatory.letter_id, remove_signatory.organization_id);
begin
  if letter.due_at < clock_timestamp() and exists (
    select from public.letter_others o
    where o.id = remove_signatory.signatory_id and o.letter_id = letter.id and o.text_hash = letter.text_hash and not o.late
  ) then
    perform private.refuse('letter_is_final', 409);
  end if;
  delete from public.letter_others o where o.id = remove_signatory.signatory_id and o.letter_id = letter.id;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
end $$;
comment on function private.remove_signatory(uuid, uuid, uuid) is 'Takes an organization off that the lead had entered; from the deadline on only a late one.';
grant execute on function private.remove_signatory(uuid, uuid, uuid) to authenticated;
