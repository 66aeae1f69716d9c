import { ownerOf } from "./owner";
import type { Local } from "./product";

/** Services of KRCLA by who can see them, and its collections of them all. */
export type KeptServices = Record<"owner" | "named" | "coalition" | "everyone" | "draft", string> & {
  collection: Record<"owner" | "coalition" | "everyone", string>;
};

/** Makes a service of each sort for KRCLA, the named one named to KRC Chicago, with a layer of each kind that nobody may hand out. */
export async function makeServices(local: Local): Promise<KeptServices> {
  const owner = ownerOf(local);
  try {
    const make = async (audience: string, state = "active") => {
      const [made] = await owner`
        insert into public.services (organization_id, coalition_id, name, description, source_language, state, audience, time_zone)
        select o.id, case ${audience} when 'coalition' then c.id end, ${owner.json({ en: `Zinnia help ${audience} ${state}` })},
          ${owner.json({ en: "We help." })}, 'en', ${state}::public.service_state, ${audience}::public.audience, 'America/Los_Angeles'
        from public.organizations o, public.coalitions c where o.slug = 'krcla' and c.slug = 'emergency-plan'
        returning id, organization_id`;
      const { id, organization_id } = made ?? { id: "", organization_id: "" };
      if (audience === "named") {
        await owner`
          insert into public.service_shares (organization_id, service_id, layer, recipient_id)
          select ${organization_id}, ${id}, 'card', id from public.organizations where slug = 'krc-chicago'`;
      }
      await owner`
        insert into public.service_phones (organization_id, service_id, position, number)
        values (${organization_id}, ${id}, 0, '+12135550199')`;
      await owner`
        insert into public.service_notes (organization_id, service_id, body) values (${organization_id}, ${id}, 'Marigold note')`;
      await owner`
        insert into public.service_assurances (organization_id, service_id, told_on, note, audience)
        values (${organization_id}, ${id}, current_date, ${owner.json({ en: "Marigold assurance" })}, 'owner')`;
      const [place] = await owner`
        insert into public.locations (organization_id, name, address_1)
        values (${organization_id}, 'Marigold house', 'Marigold Street 1') returning id`;
      await owner`
        insert into public.service_at_locations (organization_id, service_id, location_id, audience)
        values (${organization_id}, ${id}, ${place?.id ?? null}, 'owner')`;
      return String(id);
    };
    const services = {
      ...{ owner: await make("owner"), named: await make("named"), coalition: await make("coalition") },
      ...{ everyone: await make("everyone"), draft: await make("everyone", "draft") },
    };
    const collect = async (audience: string) => {
      const [made] = await owner`
        insert into public.collections (organization_id, coalition_id, name, audience)
        select o.id, case ${audience} when 'coalition' then c.id end, ${owner.json({ en: `Zinnia collection ${audience}` })},
          ${audience}::public.audience
        from public.organizations o, public.coalitions c where o.slug = 'krcla' and c.slug = 'emergency-plan'
        returning id, organization_id`;
      for (const service of Object.values(services)) {
        await owner`
          insert into public.collection_entries (organization_id, collection_id, owner_id, service_id, note)
          values (${made?.organization_id}, ${made?.id}, ${made?.organization_id}, ${service}, 'Zinnia reason')`;
      }
      return String(made?.id);
    };
    const [mine, ours, open] = [await collect("owner"), await collect("coalition"), await collect("everyone")];
    return { ...services, collection: { owner: mine, coalition: ours, everyone: open } };
  } finally {
    await owner.end();
  }
}
