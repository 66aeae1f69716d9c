import { readFileSync } from "node:fs";
import postgres, { type ReservedSql, type Sql } from "postgres";
import { expandSeries } from "../app/platform/recurrence/expand-rule";
import { startTestPostgres, type TestPostgres } from "../supabase/tests/support/global-setup";
import { median } from "./median";

/** A question asked through the policies, against the same condition written by hand, in one run. */
export type PolicyFigure = { question: string; rows: number; policies: number; byHand: number; ratio: number };
/** A series saved: how many occurrences, in how many calls, in what time. */
export type SeriesFigure = { occurrences: number; roundTrips: number; milliseconds: number };
/** How long the calendar's own call takes at each size, and how it grows from the first to the last. */
export type Growth = { sizes: { rows: number; milliseconds: number }[]; ratio: number };

const member = "d0000000-0000-4000-8000-000000000001";
const session = "e0000000-0000-4000-8000-000000000001";
const organization = "a0000000-0000-4000-8000-000000000001";

/** What the member of the bench may see, as somebody would write it who knew them. */
const byHand = `(
  g.organization_id = '${organization}'
  or (g.state <> 'draft' and (
    g.audience = 'everyone'
    or (g.audience = 'coalition' and g.coalition_id = 'c0000000-0000-4000-8000-000000000002')
    or (g.audience = 'named' and exists (
      select from public.shares s
      where s.organization_id = g.organization_id and s.gathering_id = g.id and s.layer = 'card' and s.recipient_id = '${organization}'
    ))
    or (g.hosted and exists (
      select from public.hostings h
      where h.organization_id = g.organization_id and h.gathering_id = g.id and h.state in ('invited', 'accepted') and h.host_id = '${organization}'
    ))
  ))
)`;
const month = "g.starts_at >= '2026-11-01' and g.starts_at < '2026-12-01'";
const questions: Record<string, { select: string; where: string; order?: string }> = {
  "month list": { select: "g.id, g.title, g.starts_at", where: month, order: "order by g.starts_at, g.id" },
  "month count": { select: "count(*)", where: month },
  "day list": {
    select: "g.id, g.title, g.starts_at",
    where: "g.starts_at >= '2026-11-14' and g.starts_at < '2026-11-15'",
    order: "order by g.starts_at, g.id",
  },
  "own month": { select: "g.id, g.title", where: `${month} and g.organization_id = '${organization}'` },
};

/** Lists and counts of 200,000 gatherings of two years, as the policies and as somebody by hand would choose them. */
export function measurePolicies(rounds: number): Promise<PolicyFigure[]> {
  return onTestPostgres((server) =>
    withGatherings(server, { rows: 200_000, days: 730 }, (sql) => compare(sql, rounds)),
  );
}

/** The same of 20,000 occurrences of series, all of one month. */
export function measureOccurrences(rounds: number): Promise<PolicyFigure[]> {
  return onTestPostgres((server) =>
    withGatherings(server, { rows: 20_000, days: 730 }, async (sql) => {
      await sql.unsafe(readFileSync(new URL("./many-series.sql", import.meta.url), "utf8"));
      return compare(sql, rounds);
    }),
  );
}

/** How long a daily rule of two years takes to be saved, with every layer of every occurrence, and in how many round trips. */
export function measureDailySeries(rounds: number): Promise<SeriesFigure> {
  return onTestPostgres((server) =>
    withGatherings(server, { rows: 1_000, days: 730 }, (sql) => saveSeries(sql, rounds)),
  );
}

/** How the calendar's own call grows with the table, while the month it shows holds as much. */
export function measureGrowth(rounds: number): Promise<Growth> {
  return onTestPostgres(async (server) => {
    const sizes: Growth["sizes"] = [];
    for (const [rows, days] of [
      [10_000, 365],
      [100_000, 3_650],
      [1_000_000, 36_500],
    ] as const) {
      const milliseconds = await withGatherings(server, { rows, days }, (sql) => calendarCall(sql, rounds));
      sizes.push({ rows, milliseconds });
    }
    return { sizes, ratio: round((sizes.at(-1)?.milliseconds ?? 0) / (sizes[0]?.milliseconds ?? 1)) };
  });
}

async function onTestPostgres<Figures>(measure: (server: TestPostgres) => Promise<Figures>): Promise<Figures> {
  const { postgres: server, stop } = await startTestPostgres();
  try {
    return await measure(server);
  } finally {
    await stop();
  }
}

async function withGatherings<Figures>(
  server: TestPostgres,
  { rows, days }: { rows: number; days: number },
  measure: (sql: Sql) => Promise<Figures>,
): Promise<Figures> {
  const name = `hamkke_bench_${rows}`;
  const owner = postgres(`${server.url}postgres`, { max: 1, onnotice: () => {} });
  await owner`create database ${owner(name)} template ${owner(server.template)}`;
  await owner.end();
  const sql = postgres(`${server.url}${name}`, { max: 1, onnotice: () => {} });
  const text = readFileSync(new URL("./many-gatherings.sql", import.meta.url), "utf8");
  await sql.unsafe(text.replaceAll(":count", String(rows)).replaceAll(":days", String(days)));
  const figures = await measure(sql);
  await sql.end();
  return figures;
}

/** Each question through the policies and by hand in turn, so that whatever else the machine does meets both. */
async function compare(sql: Sql, rounds: number): Promise<PolicyFigure[]> {
  const figures: PolicyFigure[] = [];
  const connection = await sql.reserve();
  for (const [question, { select, where, order = "" }] of Object.entries(questions)) {
    const guarded = `select ${select} from public.gatherings g where ${where} ${order}`;
    const open = `select ${select} from public.gatherings g where ${where} and ${byHand} ${order}`;
    const taken: { policies: number[]; byHand: number[] } = { policies: [], byHand: [] };
    let rows = 0;
    for (let round = -3; round < rounds; round += 1) {
      // Whoever asks second finds warmer caches: each is first every other time.
      const first = round % 2 === 0 ? await timed(connection, guarded, "authenticated") : undefined;
      const b = await timed(connection, open);
      const a = first ?? (await timed(connection, guarded, "authenticated"));
      if (a.rows !== b.rows)
        throw new Error(`${question}: the policies show ${a.rows} rows, the condition by hand ${b.rows}.`);
      rows = a.rows;
      if (round < 0) continue;
      taken.policies.push(a.milliseconds);
      taken.byHand.push(b.milliseconds);
    }
    const [policies, hand] = [median(taken.policies), median(taken.byHand)];
    figures.push({ question, rows, policies, byHand: hand, ratio: round(policies / hand) });
  }
  connection.release();
  return figures;
}

async function saveSeries(sql: Sql, rounds: number): Promise<SeriesFigure> {
  const starts_local = "2027-01-05T10:00:00";
  const rule = "FREQ=DAILY;COUNT=731";
  const asked = { rule, starts_local, excepted: [], added: [] };
  const { occurrences, ...laid } = expandSeries(asked, { now: starts_local });
  const card = {
    ...{ title: { en: "Daily", ko: "매일" }, kind: "clinic", languages: ["ko"], time_zone: "America/Los_Angeles" },
    ...{ starts_local, ends_local: "2027-01-05T12:00:00", state: "scheduled", audience: "everyone" },
  };
  const connection = await sql.reserve();
  const taken: number[] = [];
  let roundTrips = 0;
  for (let round = -1; round < rounds; round += 1) {
    const call = `select public.schedule_series('${organization}', gen_random_uuid(), '${JSON.stringify(card)}', '{}',
      '{"address": "Somewhere 1", "audience": "owner"}', 'Bring the key.',
      '${JSON.stringify({ rule, excepted: [], added: [], occurrences, ...laid })}')`;
    const { milliseconds, rows } = await timed(connection, call, "authenticated");
    roundTrips = rows;
    if (round >= 0) taken.push(milliseconds);
  }
  connection.release();
  return { occurrences: occurrences.length, roundTrips, milliseconds: median(taken) };
}

async function calendarCall(sql: Sql, rounds: number): Promise<number> {
  const connection = await sql.reserve();
  const call = `select public.organization_calendar('${organization}', '2026-11-01', '2026-12-05')`;
  const taken: number[] = [];
  for (let round = -3; round < rounds; round += 1) {
    const { milliseconds } = await timed(connection, call, "authenticated");
    if (round >= 0) taken.push(milliseconds);
  }
  connection.release();
  return median(taken);
}

async function timed(connection: ReservedSql, query: string, role?: string) {
  await connection.unsafe("begin");
  if (role) {
    const claims = JSON.stringify({ sub: member, role, session_id: session });
    await connection`select set_config('request.jwt.claims', ${claims}, true), set_config('role', ${role}, true)`;
  }
  const began = performance.now();
  const rows = await connection.unsafe(query);
  const milliseconds = performance.now() - began;
  await connection.unsafe("rollback");
  return { milliseconds, rows: rows.length };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
