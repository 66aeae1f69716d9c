-- What pages ask about letters. Everything here acts with the caller's own rights.

create view private.letter_facts with (security_invoker = true) as
select
  l.id, l.organization_id, l.text_hash, l.due_at, l.closed_at,
  jsonb_build_object(
    'id', l.id, 'title', v.title, 'version', v.version, 'written_at', v.written_at, 'hash', l.text_hash,
    'audience', l.audience, 'order', l.signatory_order,
    'lead', jsonb_build_object('display_name', l.lead_english, 'korean_name', l.lead_korean),
    'due_local', l.due_local, 'due_fold', l.due_fold, 'due_at', l.due_at, 'time_zone', l.time_zone,
    'closed_at', l.closed_at, 'is_over', l.due_at < now(), 'is_final', l.closed_at is not null or l.due_at < now(),
    'signed', (
      select count(*) filter (where not all_of.late) from (
        select s.late from public.letter_signatures s
        where s.owner_id = l.organization_id and s.letter_id = l.id and s.text_hash = l.text_hash
        union all
        select o.late from public.letter_others o
        where o.organization_id = l.organization_id and o.letter_id = l.id and o.text_hash = l.text_hash
      ) all_of
    )
  ) as facts
from public.letters l
join public.letter_versions v on v.organization_id = l.organization_id and v.letter_id = l.id and v.text_hash = l.text_hash;
comment on view private.letter_facts is 'A letter with its present title, as everybody who may read it knows it.';
grant select on private.letter_facts to anon, authenticated;

create view private.letter_signatories with (security_invoker = true) as
select s.owner_id as organization_id, s.letter_id, s.text_hash, s.english_name, s.korean_name, s.signed_at, s.late,
  s.organization_id as signer_id, null::uuid as other_id
from public.letter_signatures s
union all
select o.organization_id, o.letter_id, o.text_hash, o.english_name, o.korean_name, o.signed_at, o.late, null::uuid, o.id
from public.letter_others o;
comment on view private.letter_signatories is 'Who signed which text of a letter, with an account or without.';
grant select on private.letter_signatories to anon, authenticated;

create function private.letter_names(letter_id uuid, text_hash text, signatory_order text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'english_name', s.english_name, 'korean_name', s.korean_name, 'signed_at', s.signed_at, 'late', s.late, 'other', s.other_id,
      'apart', case when s.bearers > 1 then (select o.slug from private.organization_labels o where o.id = s.signer_id) end
    ) order by s.late,
      case when not s.late and letter_names.signatory_order = 'alphabetical' then lower(s.english_name) end,
      s.signed_at, lower(s.english_name)), '[]')
    from (
      select every_one.*, count(*) over (partition by lower(every_one.english_name)) as bearers
      from private.letter_signatories every_one
      where every_one.letter_id = letter_names.letter_id and every_one.text_hash = letter_names.text_hash
    ) s
  );
end $$;
comment on function private.letter_names(uuid, text, text) is
  'The signatories of a text in the order the letter says, and after them those who came late, as they came. Two organizations with accounts that bear one name are two signatories: each is told apart by its address, for readers who may know that organization, and others read the name twice.';
grant execute on function private.letter_names(uuid, text, text) to anon, authenticated;

create function public.read_letter(letter_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  coalition jsonb;
begin
  -- Visitors have no coalition of their own.
  if current_user = 'authenticated' then
    select jsonb_build_object('id', k.id, 'slug', k.slug, 'display_name', k.display_name, 'korean_name', k.korean_name) into coalition
    from private.coalition_sides() c join public.coalitions k on k.id = c.coalition_id
    where c.letter_id = read_letter.letter_id;
  end if;
  return (
    select f.facts || jsonb_build_object(
      'body', v.body, 'signatories', private.letter_names(f.id, f.text_hash, f.facts ->> 'order'), 'coalition', coalition,
      'campaign', private.campaign_of_letter(f.id)
    )
    from private.letter_facts f
    join public.letter_versions v on v.organization_id = f.organization_id and v.letter_id = f.id and v.text_hash = f.text_hash
    where f.id = read_letter.letter_id
  );
end $$;
comment on function public.read_letter(uuid) is
  'A letter with its signatories, for whoever may read it; with its coalition for that coalition, and with the campaign it serves for those who see that. Null for anyone else.';

create function public.coalition_letters(slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'coalition', jsonb_build_object('slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name),
      'letters', (
        select coalesce(jsonb_agg(f.facts || jsonb_build_object('internal_at', side.internal_at) order by f.due_at desc, f.id), '[]')
        from private.coalition_sides() side
        join private.letter_facts f on f.id = side.letter_id
        where side.coalition_id = c.id and f.facts ->> 'audience' <> 'owner'
      )
    )
    from public.coalitions c
    where c.slug = coalition_letters.slug and c.id = any ((select private.my_coalitions())::uuid[])
  );
end $$;
comment on function public.coalition_letters(text) is 'The letters of a coalition of the caller. Null for anyone else.';

create view private.own_deeds with (security_invoker = true) as
select
  d.organization_id, d.letter_id, d.text_hash, d.deed, d.done_at,
  jsonb_build_object(
    'deed', d.deed, 'done_at', d.done_at, 'version', v.version, 'who', p.display_name
  ) as told
from public.letter_deeds d
join public.letter_versions v on v.organization_id = d.owner_id and v.letter_id = d.letter_id and v.text_hash = d.text_hash
left join public.people p on p.id = d.person_id;
comment on view private.own_deeds is
  'What was done about a signature, and who did it where the caller may know that person: whoever has left is nobody any more.';
grant select on private.own_deeds to authenticated;

create function public.organization_letters(organization_id uuid, letter_id uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_letters.organization_id = any (private.my_organizations('actions.read')) then
    return null;
  end if;
  return jsonb_build_object(
    'may_sign', private.may_sign(organization_letters.organization_id),
    'letters', (
      select coalesce(jsonb_agg(f.facts || jsonb_build_object(
        'is_lead', f.organization_id = organization_letters.organization_id,
        'internal_local', side.internal_local, 'internal_fold', side.internal_fold, 'internal_at', side.internal_at,
        'takes_part', private.takes_part(organization_letters.organization_id, side.coalition_id),
        'own_signature', mine.signature,
        'asked', private.waits_for_answer(f.id, organization_letters.organization_id)
      ) || case when organization_letters.letter_id is null then '{}' else jsonb_build_object(
        'body', v.body, 'signatories', private.letter_names(f.id, f.text_hash, f.facts ->> 'order'),
        'unconfirmed', private.unconfirmed(f.id, f.text_hash, f.organization_id, side.coalition_id),
        'campaign', private.campaign_of_letter(f.id),
        'deeds', (
          select coalesce(jsonb_agg(d.told order by d.done_at desc), '[]') from private.own_deeds d
          where d.organization_id = organization_letters.organization_id and d.letter_id = f.id
        ),
        'signed_text', (
          select jsonb_build_object('title', old.title, 'body', old.body, 'version', old.version)
          from public.letter_versions old
          where old.organization_id = f.organization_id and old.letter_id = f.id and old.text_hash = mine.signature ->> 'hash'
        ),
        'coalition', (select to_jsonb(k) from (
          select c.slug, c.display_name, c.korean_name from public.coalitions c where c.id = side.coalition_id
        ) k)
      ) end order by f.due_at desc, f.id), '[]')
      from private.letter_facts f
      join public.letter_versions v on v.organization_id = f.organization_id and v.letter_id = f.id and v.text_hash = f.text_hash
      left join private.coalition_sides() side on side.letter_id = f.id
      left join lateral (
        -- Of the present text if there is one, else the last one.
        select jsonb_build_object('hash', s.text_hash, 'signed_at', s.signed_at, 'late', s.late) as signature
        from public.letter_signatures s
        where s.organization_id = organization_letters.organization_id and s.owner_id = f.organization_id and s.letter_id = f.id
        order by s.text_hash = f.text_hash desc, s.signed_at desc limit 1
      ) mine on true
      where (organization_letters.letter_id is null or f.id = organization_letters.letter_id)
        and (
          f.organization_id = organization_letters.organization_id or mine.signature is not null
          or (f.facts ->> 'audience' <> 'owner' and private.takes_part(organization_letters.organization_id, side.coalition_id))
        )
    )
  );
end $$;
comment on function public.organization_letters(uuid, uuid) is
  'The letters an organization leads, may sign or has signed, and what its people did about its signature; or one of them, with its text. Null for an organization the caller does not belong to.';

create function private.takes_part(organization_id uuid, coalition_id uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from public.standings s
    where s.organization_id = takes_part.organization_id and s.coalition_id = takes_part.coalition_id
  );
end $$;
comment on function private.takes_part(uuid, uuid) is 'Whether an organization has a standing in a coalition, as far as the caller may know.';
grant execute on function private.takes_part(uuid, uuid) to authenticated;

create function private.waits_for_answer(letter_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select d.told from private.own_deeds d
    join public.letters l on l.id = d.letter_id and l.text_hash = d.text_hash
    where d.organization_id = waits_for_answer.organization_id and d.letter_id = waits_for_answer.letter_id and d.deed = 'asked'
      and not exists (
        select from public.letter_deeds later
        where later.organization_id = d.organization_id and later.letter_id = d.letter_id and later.text_hash = d.text_hash
          and later.done_at > d.done_at
      )
  );
end $$;
comment on function private.waits_for_answer(uuid, uuid) is 'Who of an organization asked for its signature of the present text, and waits.';
grant execute on function private.waits_for_answer(uuid, uuid) to authenticated;

create function private.unconfirmed(letter_id uuid, text_hash text, lead_id uuid, coalition_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(distinct jsonb_build_object(
      'english_name', s.english_name, 'korean_name', s.korean_name, 'other', s.other_id
    )), '[]')
    from private.letter_signatories s
    where s.letter_id = unconfirmed.letter_id and s.text_hash <> unconfirmed.text_hash
      -- Who has left the coalition is asked for nothing any more.
      and (s.other_id is not null or s.signer_id = lead_id or private.takes_part(s.signer_id, unconfirmed.coalition_id))
      and not exists (
        select from private.letter_signatories again
        where again.letter_id = s.letter_id and again.text_hash = unconfirmed.text_hash and again.signer_id = s.signer_id
      )
  );
end $$;
comment on function private.unconfirmed(uuid, text, uuid, uuid) is
  'Who signed an earlier text of a letter, has not confirmed the present one and still can.';
grant execute on function private.unconfirmed(uuid, text, uuid, uuid) to authenticated;

create function public.signing_rule(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not signing_rule.organization_id = any (private.my_organizations('actions.read')) then
    return null;
  end if;
  return jsonb_build_object(
    'who', coalesce((select r.who from public.signing_rules r where r.organization_id = signing_rule.organization_id), 'admins'),
    'people', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'display_name', p.display_name, 'role', m.role,
        'named', exists (
          select from public.signing_people n where n.organization_id = m.organization_id and n.person_id = m.person_id
        )
      ) order by p.display_name, p.id), '[]')
      from public.memberships m join public.people p on p.id = m.person_id
      where m.organization_id = signing_rule.organization_id
    )
  );
end $$;
comment on function public.signing_rule(uuid) is
  'Who signs letters for an organization of the caller''s, and its people as far as the caller knows them. Null for any other.';

grant execute on function public.read_letter(uuid) to anon, authenticated;
grant execute on function public.coalition_letters(text), public.organization_letters(uuid, uuid), public.signing_rule(uuid)
  to authenticated;
