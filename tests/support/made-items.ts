import { ownerOf } from "./owner";
import type { Local } from "./product";

export type MadeItems = Record<"own" | "named" | "coalition" | "closed" | "neighbor", string>;

/** Items that KRCLA leads: for itself, with KRC Chicago asked, for the coalition, and one that is closed. KRCLA has a part in each. */
export async function makeItems(local: Local): Promise<MadeItems> {
  const owner = ownerOf(local);
  try {
    const made: Record<string, string> = {};
    for (const key of ["own", "named", "coalition", "closed"] as const) {
      const title = JSON.stringify({ en: `Marigold ${key}`, ko: `금잔화 ${key}` });
      const [row] = await owner`
        insert into public.action_items (organization_id, coalition_id, submission_id, title, audience, due_local, time_zone, closed_at)
        select s.organization_id, s.coalition_id, md5(${`item ${key}`})::uuid, ${title}::text::jsonb,
          ${key === "coalition" ? "coalition" : "named"}::public.audience, '2030-06-01 18:00', 'America/Los_Angeles', null
        from public.standings s join public.organizations o on o.id = s.organization_id where o.slug = 'krcla' limit 1
        on conflict on constraint action_items_one_per_submission do update set title = excluded.title
        returning id`;
      made[key] = String(row?.id);
      for (const slug of key === "named" ? ["krcla", "krc-chicago"] : ["krcla"]) {
        await owner`
          insert into public.action_parts (organization_id, owner_id, item_id, status)
          select o.id, i.organization_id, i.id, ${slug === "krcla" ? "accepted" : "asked"}::public.part_status
          from public.organizations o, public.action_items i where o.slug = ${slug} and i.id = ${made[key]}
            and not exists (select from public.action_parts p where p.organization_id = o.id and p.item_id = i.id)
          on conflict do nothing`;
      }
    }
    await owner`update public.action_items set closed_at = now() where id = ${made.closed ?? ""}`;
    const [neighbor] = await owner`select id from public.organizations where slug = 'krc-chicago'`;
    return { ...made, neighbor: String(neighbor?.id) } as MadeItems;
  } finally {
    await owner.end();
  }
}
