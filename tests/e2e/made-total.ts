import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";

/** Something that four organizations counted last month and published, and count on this month. NAKASEC leads it. */
export async function makePublishedTotal(local: Local): Promise<{ metric: string }> {
  const owner = ownerOf(local);
  try {
    return await owner.begin(async (tx) => {
      const [made] = await tx`
        insert into public.pooled_metrics (
          organization_id, coalition_id, name, unit, minimum, first_month, last_month, closing_day, time_zone
        )
        select s.organization_id, s.coalition_id, ${tx.json({ en: "Zinnia workshops" })}, ${tx.json({ en: "people" })}, 3,
          date_trunc('month', now()) - interval '2 months', date_trunc('month', now()), 1, 'America/New_York'
        from public.standings s join public.organizations o on o.id = s.organization_id where o.slug = 'nakasec' limit 1
        returning id, organization_id, first_month`;
      await tx`
        insert into public.pooled_numbers (organization_id, owner_id, metric_id, month, amount, entered_at)
        select o.id, ${made?.organization_id}, ${made?.id}, ${made?.first_month}, counted.amount, ${made?.first_month}::date + interval '20 days'
        from (values ('krcla', 1001), ('krc-chicago', 2002), ('invented-filipino-circle', 1000000), ('invented-latino-neighbors', 1007))
          as counted(slug, amount)
        join public.organizations o on o.slug = counted.slug`;
      await tx`select private.close_months()`;
      return { metric: String(made?.id) };
    });
  } finally {
    await owner.end();
  }
}
