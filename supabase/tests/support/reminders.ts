import type { TestDatabase } from "./database";

/** Noon for everybody, whenever the test runs: their zone is where it is noon now. */
export async function atNoon(db: TestDatabase) {
  await db.given(
    `update public.people set quiet_from = '00:00', quiet_until = '00:00', time_zone = (
       select z.name from core.time_zones z
       where extract(hour from now() at time zone z.name) between 10 and 14 order by z.name limit 1
     )`,
  );
}

/** Queues what is due, and says how many letters that made. */
export const queue = async (db: TestDatabase) =>
  (await db.given<{ queued: number }>("select private.queue_items_due() as queued")).queued;

/** Who is told. */
export const told = async (db: TestDatabase) =>
  (
    await db.catalog<{ name: string }>(
      `select p.display_name as name from public.messages m join public.people p on p.id = m.person_id
       where m.kind = 'items_due' order by 1`,
    )
  ).map(({ name }) => name);
