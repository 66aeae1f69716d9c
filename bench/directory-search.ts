import { readFileSync } from "node:fs";
import postgres, { type ReservedSql, type Sql } from "postgres";
import { startTestPostgres } from "../supabase/tests/support/global-setup";
import { median } from "./median";

/** One word looked for among a hundred thousand services, as a visitor. Times in milliseconds. */
export type SearchFigure = { word: string; found: number; inTexts: number; p50: number; p95: number };
/** The index asked with what a member may see, against the same question by somebody who knew it. */
export type SearchRatio = { word: string; rows: number; policies: number; byHand: number; ratio: number };
export type SearchFigures = {
  services: number;
  words: SearchFigure[];
  /** Of all words together: the page whole, with its reasons. */
  p50: number;
  p95: number;
  /** Of what a plain search through the texts finds, how much the index finds. */
  recall: number;
  ratios: SearchRatio[];
};

const services = 100_000;
/** Two syllables each, from those that nearly every text has to those that few have. */
const words = [
  "상담",
  "법률",
  "시민",
  "민권",
  "이민",
  "노동",
  "건강",
  "임금",
  "치과",
  "안과",
  "산모",
  "면회",
  "초청",
  "상속",
];
const member = "d0000000-0000-4000-8000-000000000001";
const session = "e0000000-0000-4000-8000-000000000001";
const organization = "a0000000-0000-4000-8000-000000000001";
const coalition = "c0000000-0000-4000-8000-000000000002";

export async function measureDirectorySearch(rounds: number): Promise<SearchFigures> {
  const { postgres: server, stop } = await startTestPostgres();
  try {
    const owner = postgres(`${server.url}postgres`, { max: 1, onnotice: () => {} });
    await owner`create database hamkke_bench_search template ${owner(server.template)}`;
    await owner.end();
    const sql = postgres(`${server.url}hamkke_bench_search`, { max: 1, onnotice: () => {} });
    const text = readFileSync(new URL("./full-directory.sql", import.meta.url), "utf8");
    await sql.unsafe(text.replaceAll(":count", String(services)));
    await sql.unsafe("vacuum analyze");
    const figures = await measure(sql, rounds);
    await sql.end();
    return figures;
  } finally {
    await stop();
  }
}

async function measure(sql: Sql, rounds: number): Promise<SearchFigures> {
  const connection = await sql.reserve();
  const all: number[] = [];
  const figures: SearchFigure[] = [];
  let [plain, indexed] = [0, 0];
  for (const word of words) {
    const taken: number[] = [];
    let found = 0;
    for (let round = -6; round < rounds; round += 1) {
      const { rows, milliseconds } = await timed(connection, "anon", `select public.find_services('${word}') as found`);
      found = Number(rows[0]?.found.total);
      if (round >= 0) taken.push(milliseconds);
    }
    const [count] = await connection.unsafe(
      `select count(*)::integer as texts, count(*) filter (where k.keys @@ '${word}')::integer as keys
       from public.services s join private.service_keys k on k.organization_id = s.organization_id and k.service_id = s.id
       where s.name ->> 'ko' like '%${word}%' or s.description ->> 'ko' like '%${word}%'`,
    );
    plain += Number(count?.texts);
    indexed += Number(count?.keys);
    figures.push({ word, found, inTexts: Number(count?.texts), p50: median(taken), p95: percentile(taken, 0.95) });
    all.push(...taken);
  }
  const ratios = [];
  for (const word of ["법률", "노동", "상속"]) ratios.push(await compare(connection, word, rounds));
  connection.release();
  return {
    ...{ services, words: figures, p50: median(all), p95: percentile(all, 0.95) },
    ...{ recall: indexed / plain, ratios },
  };
}

/** The first three hundred that a member may see, by the function and by hand in turn, so that both meet the same machine. */
async function compare(connection: ReservedSql, word: string, rounds: number): Promise<SearchRatio> {
  const guarded = `select service_id from private.services_found(array['${word}']::tsquery[], '${word}', false, null, 300)`;
  const open = `select k.service_id, strpos(k.title, E'\\n${word}\\n'), strpos(k.title, E'\\n${word}'),
      coalesce(k.verify_by < current_date, true), k.title
    from private.service_keys k
    where k.keys @@ '${word}' and (
      k.audience = 'everyone'
      or k.organization_id = '${organization}'
      or (k.audience = 'coalition' and k.coalition_id = '${coalition}')
      or (k.audience = 'named' and exists (
        select from public.service_shares s
        where s.organization_id = k.organization_id and s.service_id = k.service_id and s.layer = 'card' and s.in_force
          and s.recipient_id = '${organization}'
      ))
    ) limit 300`;
  const taken: { policies: number[]; byHand: number[] } = { policies: [], byHand: [] };
  let rows = 0;
  for (let round = -6; round < rounds; round += 1) {
    const first = round % 2 === 0 ? await timed(connection, "authenticated", guarded) : undefined;
    const byHand = await timed(connection, null, open);
    const policies = first ?? (await timed(connection, "authenticated", guarded));
    if (policies.rows.length !== byHand.rows.length) throw new Error(`${word}: the two do not see as many.`);
    rows = byHand.rows.length;
    if (round < 0) continue;
    taken.policies.push(policies.milliseconds);
    taken.byHand.push(byHand.milliseconds);
  }
  const [policies, byHand] = [median(taken.policies), median(taken.byHand)];
  return { word, rows, policies, byHand, ratio: Math.round((policies / byHand) * 1000) / 1000 };
}

async function timed(connection: ReservedSql, role: "anon" | "authenticated" | null, query: string) {
  await connection.unsafe("begin");
  if (role) {
    const claims = JSON.stringify(role === "anon" ? { role } : { sub: member, role, session_id: session });
    await connection`select set_config('request.jwt.claims', ${claims}, true), set_config('role', ${role}, true)`;
  }
  const began = performance.now();
  const rows = await connection.unsafe(query);
  const milliseconds = performance.now() - began;
  await connection.unsafe("rollback");
  return { milliseconds, rows };
}

function percentile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 1000) / 1000;
}
