import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";

/** A collection of KRCLA with services in it, very long words among them. Returns its id and one of its services. */
export async function makeCollection(local: Local): Promise<{ id: string; service: string }> {
  const owner = ownerOf(local);
  try {
    const name = owner.json({ ko: "월세를 못 낼 때", en: "Donaudampfschiffahrt".padEnd(110, "s") });
    const [made] = await owner`
      insert into public.collections (organization_id, coalition_id, name, audience)
      select o.id, s.coalition_id, ${name}, 'everyone' from public.organizations o
      join public.standings s on s.organization_id = o.id where o.slug = 'krcla' limit 1
      returning id, organization_id`;
    const entries = await owner`
      insert into public.collection_entries (organization_id, collection_id, owner_id, service_id, note)
      select ${made?.organization_id}, ${made?.id}, s.organization_id, s.id, ${"가지고사리".repeat(39)}
      from public.services s where s.organization_id = ${made?.organization_id} and s.state = 'active' and s.audience = 'everyone'
      order by s.id limit 3 returning service_id`;
    return { id: String(made?.id), service: String(entries[0]?.service_id) };
  } finally {
    await owner.end();
  }
}

/** A service of KRCLA about which the public says that a number and its hours are different. Returns both ids. */
export async function makeSuggestion(local: Local): Promise<{ service: string; suggestion: string }> {
  const owner = ownerOf(local);
  try {
    const [service] = await owner`
      select s.id, s.organization_id from public.services s join public.organizations o on o.id = s.organization_id
      where o.slug = 'krcla' and s.state = 'active' and s.audience = 'everyone' order by s.id limit 1`;
    const value = owner.json([{ number: "+12135550199", extension: "" }]);
    const [made] = await owner`
      insert into public.service_suggestions (organization_id, service_id, field, value, reason, language)
      values (${service?.organization_id}, ${service?.id}, 'phones', ${value}, ${"Donaudampfschiffahrt".padEnd(180, "s")}, 'ko')
      returning id`;
    return { service: String(service?.id), suggestion: String(made?.id) };
  } finally {
    await owner.end();
  }
}

/** A service that KRCLA has not looked after for long, with a source that says otherwise; taken over by KRC Chicago, or not yet. */
export async function makeAbandoned(local: Local, taken: boolean): Promise<string> {
  const owner = ownerOf(local);
  try {
    const name = owner.json({ ko: "오래된 쉼터", en: "Donaudampfschiffahrt".padEnd(150, "s") });
    const [made] = await owner`
      insert into public.services (organization_id, name, source_language, audience, time_zone, verify_by)
      select id, ${name}, 'ko', 'everyone', 'America/Los_Angeles', current_date - 61 from public.organizations where slug = 'krcla'
      returning id, organization_id`;
    await owner`
      insert into private.service_reminders (organization_id, service_id, first_at)
      values (${made?.organization_id}, ${made?.id}, now() - interval '15 days')`;
    await owner`
      insert into public.service_disagreements (organization_id, service_id, field, source, theirs)
      values (${made?.organization_id}, ${made?.id}, 'phones', 'A list', ${owner.json([{ number: "+13235550119" }])})`;
    if (taken) {
      await owner`
        insert into public.service_stewards (organization_id, service_id, steward_id)
        select ${made?.organization_id}, ${made?.id}, id from public.organizations where slug = 'krc-chicago'`;
    }
    return String(made?.id);
  } finally {
    await owner.end();
  }
}

/** A service of KRCLA with a number, whose day to be made sure of has passed. Returns its id. */
export async function makeUnsure(local: Local): Promise<string> {
  const owner = ownerOf(local);
  try {
    const name = owner.json({ ko: "오래 확인하지 않은 곳", en: "Long unchecked" });
    const [made] = await owner`
      insert into public.services (organization_id, name, source_language, audience, state, time_zone, verify_by)
      select id, ${name}, 'ko', 'everyone', 'active', 'America/Los_Angeles', current_date - 400
      from public.organizations where slug = 'krcla'
      returning id, organization_id`;
    await owner`
      insert into public.service_phones (organization_id, service_id, position, number)
      values (${made?.organization_id}, ${made?.id}, 0, '+12135550129')`;
    return String(made?.id);
  } finally {
    await owner.end();
  }
}
