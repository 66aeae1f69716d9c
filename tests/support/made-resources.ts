import { ownerOf } from "./owner";
import type { Local } from "./product";

export type MadeResources = Record<"owner" | "named" | "coalition" | "everyone" | "draft", string>;

/** Services of KRCLA for every audience, each with a place and an assurance of the same; one named to KRC Chicago. */
export async function makeResources(local: Local): Promise<MadeResources> {
  const owner = ownerOf(local);
  try {
    const make = async (audience: string, state = "active") => {
      const [made] = await owner`
        insert into public.services
          (organization_id, coalition_id, name, description, source_language, state, audience, time_zone, staff_languages)
        select o.id, c.id, ${owner.json({ en: `Zinnia help ${audience} ${state}` })}, ${owner.json({ en: "Zinnia helps." })},
          'en', ${state}, ${audience}, 'America/Los_Angeles', '{ko}'
        from public.organizations o, public.coalitions c where o.slug = 'krcla' and c.slug = 'emergency-plan'
        returning id, organization_id`;
      const { id = "", organization_id } = made ?? {};
      await owner`
        insert into public.service_phones (organization_id, service_id, position, number)
        values (${organization_id}, ${id}, 0, '+12135550100')`;
      await owner`
        with place as (
          insert into public.locations (organization_id, name, address_1)
          values (${organization_id}, 'Zinnia hall', '1 Zinnia Way') returning id
        )
        insert into public.service_at_locations (organization_id, service_id, location_id)
        select ${organization_id}, ${id}, place.id from place`;
      await owner`
        insert into public.service_assurances (organization_id, service_id, told_on, note)
        values (${organization_id}, ${id}, '2026-11-01', ${owner.json({ en: "Zinnia said so." })})`;
      if (audience === "named") {
        await owner`
          insert into public.service_shares (organization_id, service_id, layer, recipient_id)
          select ${organization_id}, ${id}, 'card', id from public.organizations where slug = 'krc-chicago'`;
      }
      return String(id);
    };
    return {
      owner: await make("owner"),
      named: await make("named"),
      coalition: await make("coalition"),
      everyone: await make("everyone"),
      draft: await make("everyone", "draft"),
    };
  } finally {
    await owner.end();
  }
}
