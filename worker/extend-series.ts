import type { Sql } from "postgres";
import { expandSeries } from "../app/platform/recurrence/expand-rule";

type Unfinished = {
  id: string;
  rule: string;
  starts_local: string;
  excepted: string[];
  added: string[];
  expanded_until: string;
};

/**
 * Keeps the occurrences of series without end ready for two years ahead, and returns how many came to be. Whoever is
 * second to go on with a series adds nothing, so any number of workers may. One that cannot go on holds up no other: what
 * stopped it is thrown when all others are done.
 */
export async function extendSeries(sql: Sql, now: Date): Promise<number> {
  const wall = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS')`;
  const walls = (column: string) => `array(select ${wall("w")} from unnest(${column}) w)`;
  const unfinished = await sql.unsafe<Unfinished[]>(`
    select id, rule, ${wall("starts_local")} as starts_local, ${walls("excepted")} as excepted, ${walls("added")} as added,
      ${wall("expanded_until")} as expanded_until
    from private.series_to_extend('2 years')`);
  let made = 0;
  const stopped: unknown[] = [];
  for (const { id, expanded_until, ...series } of unfinished) {
    try {
      const next = expandSeries(series, { now: now.toISOString().slice(0, 19), after: expanded_until });
      const [row] = await sql<{ made: number }[]>`
        select private.extend_series(${id}, ${expanded_until}::text::timestamp, ${next.occurrences}::text[]::timestamp[],
          ${next.expanded_until}::text::timestamp, ${next.finished}) as made`;
      made += row?.made ?? 0;
    } catch (error) {
      stopped.push(error);
    }
  }
  if (stopped.length > 0) throw stopped[0];
  return made;
}
