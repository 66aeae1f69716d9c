import { randomUUID } from "node:crypto";
import { planSeries } from "../../../app/features/gatherings/repeating/plan-series";
import { readRule } from "../../../app/platform/recurrence/read-rule";
import type { Cast } from "./cast";
import type { Person, TestDatabase } from "./database";

export const saturday = "2041-01-05T10:00:00";
const zone = "America/Chicago";

export type Occurrence = {
  id: string;
  title: Record<string, string>;
  starts: string;
  ends: string;
  recurrence: string;
  fold: number | null;
  state: string;
  version: number;
  series_id: string;
};

type Asked = {
  rule: string;
  starts?: string;
  ends?: string;
  card?: Record<string, unknown>;
  recipients?: string[];
  detail?: Record<string, unknown> | null;
  notes?: string;
  person?: Person;
  submission?: string;
  excepted?: string[];
  added?: string[];
};

/** A card as the form sends it. */
export function cardOf({
  starts = saturday,
  ends = `${starts.slice(0, 10)}T12:00:00`,
  card = {},
}: Partial<Asked> = {}) {
  return {
    ...{ title: { en: "Study circle" }, kind: "meeting", languages: ["ko"], area: "Koreatown", time_zone: zone },
    ...{ starts_local: starts, ends_local: ends, state: "scheduled", audience: "owner", ...card },
  };
}

/** Puts a series of north up, as the form does. */
export async function putUp(db: TestDatabase, cast: Cast, asked: Asked): Promise<{ id: string; skipped: string[] }> {
  const { rule, starts = saturday, excepted = [], added = [] } = asked;
  const read = readRule(rule).rule ?? null;
  const series = planSeries({ rule: read, excepted, added }, starts, new Date("2041-01-01T00:00:00Z"));
  const [row] = await db.as<{ made: { id: string; skipped: string[] } }>(
    asked.person ?? cast.editor,
    "select public.schedule_series($1, $2, $3::jsonb, $4::uuid[], $5::jsonb, $6, $7::jsonb) as made",
    [
      cast.organizations.north,
      asked.submission ?? randomUUID(),
      cardOf(asked),
      `{${asked.recipients ?? []}}`,
      asked.detail ?? null,
      asked.notes ?? null,
      series,
    ],
  );
  return row?.made ?? { id: "", skipped: [] };
}

/** Every occurrence made from a first one on, in order. */
export async function occurrencesOf(db: TestDatabase, title = "Study circle"): Promise<Occurrence[]> {
  return db.catalog<Occurrence>(
    `select id, title, to_char(starts_local, 'YYYY-MM-DD HH24:MI') as starts, to_char(ends_local, 'YYYY-MM-DD HH24:MI') as ends,
       to_char(recurrence_local, 'YYYY-MM-DD HH24:MI') as recurrence, starts_fold as fold, state::text, version, series_id
     from public.gatherings where created_at = now() and (title ->> 'en' = $1 or $1 = '*') order by recurrence_local`,
    [title],
  );
}
