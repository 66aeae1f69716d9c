import type { TransactionSql } from "postgres";

/** Remembers in which version the demonstration left what its organizations pursue and do together. */
export async function rememberActions(tx: TransactionSql): Promise<void> {
  await tx`
    insert into private.settings (name, value)
    select 'demonstration_actions', coalesce(jsonb_object_agg(a.id, a.version), '{}') from (
      select c.id, c.version from public.campaigns c where c.outcome is null
      union all select i.id, i.version from public.action_items i
    ) a
    on conflict (name) do update set value = excluded.value`;
}

/**
 * Moves the days of the campaigns that run, and of what is to be done for them, where nobody has touched them. What came
 * out stands on the day on which it did. Returns how many moved.
 */
export async function moveActions(tx: TransactionSql, days: number): Promise<number> {
  const moved = await tx`
    with kept as (
      select k.key::uuid as id, k.value::integer as version
      from private.settings s cross join lateral jsonb_each_text(s.value) k where s.name = 'demonstration_actions'
    ), campaigns as (
      update public.campaigns c set starts_on = c.starts_on + ${days}::integer, ends_on = c.ends_on + ${days}::integer
      from kept k where k.id = c.id and k.version = c.version and c.outcome is null
      returning c.id, c.version
    ), items as (
      update public.action_items i set due_local = i.due_local + ${days}::integer * interval '1 day'
      from kept k where k.id = i.id and k.version = i.version and i.closed_at is null
      returning i.id, i.version
    )
    select m.id, m.version from campaigns m union all select m.id, m.version from items m`;
  const versions = Object.fromEntries(moved.map(({ id, version }) => [id, version]));
  await tx`
    update private.settings s set value = s.value || ${tx.json(versions)} where s.name = 'demonstration_actions'`;
  return moved.length;
}
