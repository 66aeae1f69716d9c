import type { TransactionSql } from "postgres";

type Setting = { ids: Map<string, string>; coalitionId: string };

/** What each counts in the months before this one, the latest last; nothing where it has none yet. */
const counted: Record<string, (number | null)[]> = {
  "invented-latino-neighbors": [null, 64, 81, 77],
  "invented-filipino-circle": [38, 45, null, 52],
  krcla: [90, 112, 104, 131],
  "krc-chicago": [41, null, 58, 66],
};

/** A drive to register voters that organizations of the demonstration count together. Every figure is invented. */
export async function addTotals(tx: TransactionSql, { ids, coalitionId }: Setting): Promise<void> {
  const [metric] = await tx<{ id: string; organization_id: string }[]>`
    insert into public.pooled_metrics (
      organization_id, coalition_id, name, unit, about_registration, minimum, goal, first_month, last_month, closing_day, time_zone
    ) values (
      ${ids.get("nakasec") ?? ""}, ${coalitionId},
      ${tx.json({ en: "Voter registration drive", ko: "유권자 등록 운동" })},
      ${tx.json({ en: "forms", ko: "장" })}, true, 3, 2000,
      date_trunc('month', now()) - interval '4 months', date_trunc('month', now()) + interval '6 months', 10, 'America/New_York'
    ) returning id, organization_id`;
  for (const [slug, amounts] of Object.entries(counted)) {
    for (const [at, amount] of amounts.entries()) {
      if (amount === null) continue;
      await tx`
        insert into public.pooled_numbers (organization_id, owner_id, metric_id, month, amount, entered_at)
        select ${ids.get(slug) ?? ""}, m.organization_id, m.id, d.month, ${amount}, least(d.month + interval '1 month 4 days', now())
        from public.pooled_metrics m
        cross join lateral (select (m.first_month + make_interval(months => ${at}::integer))::date as month) d
        where m.id = ${metric?.id ?? null}`;
    }
  }
  await tx`select private.close_months()`;
}
