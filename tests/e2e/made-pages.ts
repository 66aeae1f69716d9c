import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";
import { dayFromNow } from "./gathering-steps";

/** Somewhere to look at a gathering as long as the form allows. */
export async function longGathering(local: Local): Promise<string> {
  return `/gatherings/${(await makeLong(local)).id}`;
}

export async function longDay(local: Local): Promise<string> {
  return (await makeLong(local)).on;
}

/**
 * A gathering as long as the form allows, without a space to break at. Its Hangul is in the piece of the type face that
 * every page asks for first: a computer without any Korean face would otherwise draw boxes of another width before it.
 */
async function makeLong(local: Local): Promise<{ id: string; on: string }> {
  const on = dayFromNow(40);
  const owner = ownerOf(local);
  const [known] = await owner`select id from public.gatherings where title ->> 'en' like 'Donaudampf%'`;
  if (known) {
    await owner.end();
    return { id: String(known.id), on };
  }
  const title = { en: "Donaudampfschiffahrt".padEnd(120, "s"), ko: "고사리".repeat(40) };
  const description = {
    en: `${"https://example.org/".padEnd(300, "a")}\n${"word ".repeat(700)}`,
    ko: "가지고사리".repeat(720),
  };
  const [made] = await owner`
    insert into public.gatherings
      (organization_id, coalition_id, submission_id, title, description, kind, area, languages, starts_local, ends_local, time_zone, state, audience)
    select o.id, s.coalition_id, gen_random_uuid(), ${owner.json(title)}, ${owner.json(description)}, 'other', ${"Koreatown".repeat(13)},
      '{ko,en}', ${`${on}T10:00`}::timestamp, ${`${on}T12:00`}::timestamp, 'America/Los_Angeles', 'scheduled', 'coalition'
    from public.organizations o join public.standings s on s.organization_id = o.id
    where o.slug = 'krcla' limit 1
    returning id`;
  await owner.end();
  return { id: String(made?.id), on };
}

/** An invitation of KRCLA's to a very long address, and the pages it and a member stand on. */
export async function makeInvitation(local: Local) {
  const token = `link-${crypto.randomUUID()}`;
  const owner = ownerOf(local);
  const [made] = await owner`
    insert into public.invitations (organization_id, email, role, token_hash, expires_at)
    select id, ${`${"long".repeat(14)}.${token}@krcla.example`}, 'member', sha256(convert_to(${token}, 'UTF8')), now() + interval '1 hour'
    from public.organizations where slug = 'krcla' returning id`;
  const [member] = await owner`select id from auth.users where email = 'viewer@krcla.example'`;
  await owner.end();
  const members = "/o/krcla/members";
  const invitation = `/o/krcla/invitations/${made?.id}`;
  return {
    ...{ members, link: `/invitations/${token}` },
    ...{ renewal: `${invitation}/renewal`, withdrawal: `${invitation}/withdrawal` },
    ...{ role: `${members}/${member?.id}/role`, removal: `${members}/${member?.id}/removal` },
  };
}

/** A template of KRCLA's, and the pages it stands on. */
export async function makeTemplate(local: Local): Promise<{ list: string; removal: string }> {
  const owner = ownerOf(local);
  const [made] = await owner`
    insert into public.gathering_templates (organization_id, name, content)
    select id, ${"Donaudampfschiffahrt".padEnd(80, "s")}, ${owner.json({ title: { en: "Clinic" } })}
    from public.organizations where slug = 'krcla'
    on conflict on constraint gathering_templates_one_per_name do update set name = excluded.name
    returning id`;
  await owner.end();
  return { list: "/o/krcla/templates", removal: `/o/krcla/templates/${made?.id}/removal` };
}

/** A gathering of KRCLA's that everyone sees and can sign up for, with people who did. */
export async function withSignups(local: Local): Promise<string> {
  const owner = ownerOf(local);
  const [found] = await owner`
    select g.id, g.organization_id from public.gatherings g join public.organizations o on o.id = g.organization_id
    where o.slug = 'krcla' and g.audience = 'everyone' and g.state = 'scheduled' and g.starts_at > now()
    order by g.starts_at limit 1`;
  const [made] = await owner`
    insert into public.signup_lists (organization_id, gathering_id, capacity, headcount_public)
    values (${found?.organization_id ?? null}, ${found?.id ?? null}, 5, true)
    on conflict on constraint signup_lists_one_per_gathering do nothing returning gathering_id`;
  if (made) {
    await owner`
      insert into public.signups
        (organization_id, gathering_owner_id, gathering_id, name, seats, language, needs, contact, state, place, delete_at)
      select ${found?.organization_id ?? null}, ${found?.organization_id ?? null}, ${found?.id ?? null}, s.name, 3, 'ko', '{ride,childcare}',
        '555-0100', s.state::public.signup_state, s.place, now() + interval '30 days'
      from (values (${"Donaudampfschiffahrt".padEnd(80, "s")}, 'coming', 1), ('참가자 나', 'waiting', 2)) as s(name, state, place)`;
  }
  await owner.end();
  return String(found?.id);
}
