import { ownerOf } from "./owner";
import type { Local } from "./product";

export type MadeTotals = { metric: string; handover: string };

/** What the demonstration counts together, and a number of it that KRCLA has handed to the lead. */
export async function makeTotals(local: Local): Promise<MadeTotals> {
  const owner = ownerOf(local);
  try {
    await owner`
      insert into public.pooled_handovers (organization_id, owner_id, metric_id, month, purpose, amount)
      select n.organization_id, n.owner_id, n.metric_id, n.month, 'Zinnia report', n.amount
      from public.pooled_numbers n join public.organizations o on o.id = n.organization_id
      where o.slug = 'krcla' order by n.month limit 1
      on conflict do nothing`;
    const [found] = await owner`
      select h.id, h.metric_id from public.pooled_handovers h join public.organizations o on o.id = h.organization_id
      where o.slug = 'krcla' and h.revoked_at is null limit 1`;
    if (!found) throw new Error("KRCLA counts nothing in the demonstration.");
    return { metric: String(found.metric_id), handover: String(found.id) };
  } finally {
    await owner.end();
  }
}
