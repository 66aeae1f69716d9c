-- Which campaign a letter serves. The tie is in no column that anybody reads: it is met with the letters and the campaigns
-- that its reader sees, so that neither tells of the other.

create function private.campaigns_for_letters(organization_id uuid)
returns table (id uuid, owner_id uuid, coalition_id uuid, name jsonb, starts_on date, runs boolean)
language plpgsql stable security definer set search_path = '' as $$
begin
  if not organization_id = any (private.my_organizations('actions.write')) then
    return;
  end if;
  return query
    select c.id, c.organization_id, c.coalition_id, c.name, c.starts_on, c.outcome is null from public.campaigns c
    join public.standings mine on mine.coalition_id = c.coalition_id and mine.organization_id = campaigns_for_letters.organization_id
    where c.organization_id = campaigns_for_letters.organization_id or c.audience in ('coalition', 'everyone')
      or (c.audience = 'named' and exists (
        select from public.campaign_shares s
        where s.organization_id = c.organization_id and s.campaign_id = c.id
          and s.recipient_id = campaigns_for_letters.organization_id
      ));
end $$;
comment on function private.campaigns_for_letters(uuid) is
  'The campaigns that letters of an organization may serve: those of its coalitions that it sees itself, not through another organization of the caller''s. None for whoever does not write for it.';
grant execute on function private.campaigns_for_letters(uuid) to authenticated;

create function private.campaign_for_letter(organization_id uuid, coalition_id uuid, campaign text)
returns table (owner_id uuid, id uuid)
language plpgsql stable set search_path = '' as $$
begin
  if campaign_for_letter.campaign is null then
    return;
  end if;
  return query
    select c.owner_id, c.id from private.campaigns_for_letters(campaign_for_letter.organization_id) c
    where c.id::text = campaign_for_letter.campaign and c.coalition_id = campaign_for_letter.coalition_id;
  if not found then
    perform private.refuse('campaign_not_there', 422, 'campaign_id');
  end if;
end $$;
comment on function private.campaign_for_letter(uuid, uuid, text) is
  'The campaign that a letter of a coalition is to serve; no row where none was chosen. One that may not be chosen is refused like one that is not there. Granted to nobody.';

create function private.tie_letter(letter_id uuid, organization_id uuid, campaign_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(tie_letter.letter_id, tie_letter.organization_id);
  owner uuid;
  campaign uuid;
begin
  select c.owner_id, c.id into owner, campaign
  from private.campaign_for_letter(letter.organization_id, letter.coalition_id, tie_letter.campaign_id::text) c;
  update public.letters l set campaign_owner_id = owner, campaign_id = campaign where l.id = letter.id;
end $$;
comment on function private.tie_letter(uuid, uuid, uuid) is 'Makes a letter serve another campaign, or none.';
grant execute on function private.tie_letter(uuid, uuid, uuid) to authenticated;

create function private.letter_ties(letter uuid, campaign uuid) returns table (letter_id uuid, campaign_id uuid)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select l.id, l.campaign_id from public.letters l
    where (l.id = letter_ties.letter or l.campaign_id = letter_ties.campaign) and l.campaign_id is not null and (
      l.organization_id = any (private.my_organizations('actions.read'))
      or l.coalition_id = any (private.my_coalitions())
      -- Beyond the coalition nobody hangs a letter on another's campaign: its lead leads the letter too, or has signed it.
      or l.organization_id = l.campaign_owner_id
      or exists (
        select from public.letter_signatures s
        where s.organization_id = l.campaign_owner_id and s.owner_id = l.organization_id and s.letter_id = l.id
          and s.text_hash = l.text_hash and (
            (l.audience = 'everyone' and (l.closed_at is not null or l.due_at <= now()))
            -- Whoever has left learns of nobody that signed after it did.
            or exists (select from private.own_signatures() own where own.letter_id = l.id and own.signed_at >= s.signed_at)
          )
      )
    );
end $$;
comment on function private.letter_ties(uuid, uuid) is
  'Which campaign a letter serves, or which letters a campaign has, hidden ones too: to be met with the letters and the campaigns that the caller sees, and shown to nobody.';

create function private.campaign_of_letter(letter_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object('id', c.id, 'name', c.name)
    from private.letter_ties(campaign_of_letter.letter_id, null) t join public.campaigns c on c.id = t.campaign_id
  );
end $$;
comment on function private.campaign_of_letter(uuid) is 'The campaign that a letter serves; null where there is none, and for whoever may not see it.';

create function private.letters_of_campaign(campaign_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(f.facts || '{"internal_at": null}' order by f.due_at desc, f.id), '[]')
    from private.letter_ties(null, letters_of_campaign.campaign_id) t join private.letter_facts f on f.id = t.letter_id
  );
end $$;
comment on function private.letters_of_campaign(uuid) is 'The letters that serve a campaign, as far as the caller sees them, the latest deadline first.';
grant execute on function
  private.letter_ties(uuid, uuid), private.campaign_of_letter(uuid), private.letters_of_campaign(uuid)
  to anon, authenticated;

create function public.letter_campaigns(organization_id uuid, letter_id uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  letter jsonb;
begin
  if letter_campaigns.letter_id is not null then
    select jsonb_build_object(
      'id', f.id, 'title', f.facts -> 'title', 'closed_at', f.closed_at, 'coalition_id', side.coalition_id,
      'campaign', private.campaign_of_letter(f.id)
    ) into letter
    from private.letter_facts f join private.coalition_sides() side on side.letter_id = f.id
    where f.id = letter_campaigns.letter_id and f.organization_id = letter_campaigns.organization_id;
  end if;
  return jsonb_build_object(
    'letter', letter,
    'campaigns', (
      select coalesce(jsonb_agg(c.told order by c.starts_on desc, c.id), '[]') from (
        select k.id, k.starts_on, jsonb_build_object('id', k.id, 'name', k.name, 'coalition_id', k.coalition_id) as told
        from private.campaigns_for_letters(letter_campaigns.organization_id) k
        where (k.runs or k.id::text = letter #>> '{campaign,id}')
          and k.coalition_id = coalesce((letter ->> 'coalition_id')::uuid, k.coalition_id)
        order by k.starts_on desc, k.id limit 200
      ) c
    )
  );
end $$;
comment on function public.letter_campaigns(uuid, uuid) is
  'The running campaigns that a letter of an organization may serve, and which one a letter that it leads serves now. Nothing for whoever does not write for it.';
grant execute on function public.letter_campaigns(uuid, uuid) to authenticated;
