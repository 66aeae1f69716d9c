import { ownerOf } from "./owner";
import type { Local } from "./product";

export type MadeTotals = { metric: string; handover: string; led: string };

/** What the demonstration counts together, a number of it that KRCLA has handed to the lead, and a count that KRCLA leads. */
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
    await owner`
      insert into public.pooled_metrics
        (organization_id, coalition_id, submission_id, name, unit, first_month, last_month, closing_day, time_zone)
      select s.organization_id, s.coalition_id, '5f0e0000-0000-4000-8000-0000000000aa', '{"en": "Zinnia count"}', '{"en": "people"}',
        date_trunc('month', now()) + interval '2 months', date_trunc('month', now()) + interval '3 months', 5, 'America/Los_Angeles'
      from public.standings s join public.organizations o on o.id = s.organization_id where o.slug = 'krcla'
      on conflict do nothing`;
    const [led] = await owner`
      select m.id from public.pooled_metrics m where m.submission_id = '5f0e0000-0000-4000-8000-0000000000aa'`;
    if (!found) throw new Error("KRCLA counts nothing in the demonstration.");
    return { metric: String(found.metric_id), handover: String(found.id), led: String(led?.id) };
  } finally {
    await owner.end();
  }
}
