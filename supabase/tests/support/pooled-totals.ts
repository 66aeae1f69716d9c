import type { TestDatabase } from "./database";

type Owners = Record<"north" | "south" | "east" | "far", string>;

/**
 * North leads a count in its coalition, which north, south and east fed last month: 40 + 30 + 20 = 90. South has handed
 * north its number and taken one back. Far leads one for its coalition that nobody fed.
 */
export async function addPooledTotals(db: TestDatabase, owners: Owners, coalitions: Record<"plan" | "open", string>) {
  const ours = await addMetric(db, { name: "workshops", owner: owners.north, coalition: coalitions.plan });
  await addMetric(db, { name: "theirs", owner: owners.far, coalition: coalitions.open });
  for (const [organization, amount] of [
    [owners.north, 40],
    [owners.south, 30],
    [owners.east, 20],
  ] as const) {
    await db.given(
      `insert into public.pooled_numbers (organization_id, owner_id, metric_id, month, amount, entered_at)
       select $1, m.organization_id, m.id, m.first_month, $2, m.first_month + interval '20 days'
       from public.pooled_metrics m where m.id = $3`,
      [organization, amount, ours],
    );
  }
  await db.given("select private.close_months(date_trunc('month', now()) - interval '1 month' + interval '2 days')");
  for (const revoked of [false, true]) {
    await db.given(
      `insert into public.pooled_handovers (organization_id, owner_id, metric_id, month, purpose, amount, revoked_at)
       select $1, m.organization_id, m.id, m.first_month, $3, 30, case when $4::text = 'true' then now() end
       from public.pooled_metrics m where m.id = $2`,
      [owners.south, ours, revoked ? "taken back" : "for the report", String(revoked)],
    );
  }
}

type Metric = { name: string; owner: string; coalition: string; months?: number; minimum?: number; last?: number };

/** A metric that began some months ago, two if nobody says otherwise; its last month is counted from the first. */
export async function addMetric(
  db: TestDatabase,
  { name, owner, coalition, months = 2, minimum = 3, last = months + 6 }: Metric,
) {
  const { id } = await db.given<{ id: string }>(
    `insert into public.pooled_metrics
       (organization_id, coalition_id, name, unit, minimum, goal, first_month, last_month, closing_day, time_zone)
     values ($1, $2, jsonb_build_object('en', $3::text), '{"en": "people"}', $5, 1000,
       date_trunc('month', now()) - make_interval(months => $4::integer), date_trunc('month', now()) - make_interval(months => $4::integer - $6::integer), 1, 'UTC')
     returning id`,
    [owner, coalition, name, months, minimum, last],
  );
  return id;
}
