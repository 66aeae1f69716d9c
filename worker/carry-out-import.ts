import type { Sql, TransactionSql } from "postgres";

type Import = { organization_id: string; person_id: string | null; state: string; rows: number };
type Refused = { code?: string; message: string; detail?: string };
export type CarriedOut = "taken" | "undone" | "failed" | "over";

/** Rows that are written by one statement each. */
const BATCH = 100;

/**
 * Takes a file with services in, or undoes that, as the person who pressed and with their rights alone: batch by batch in one
 * transaction, so that all of it is there or nothing. How far it is stands beside that transaction, for the page to show.
 */
export async function carryOutImport(sql: Sql, id: string): Promise<CarriedOut> {
  const [asked] = await sql<Import[]>`
    select i.organization_id, i.person_id, i.state::text, coalesce(max(r.place), 0)::int as rows
    from public.service_imports i
    left join public.service_import_rows r on r.organization_id = i.organization_id and r.import_id = i.id
    where i.id = ${id} group by i.organization_id, i.id, i.person_id, i.state`;
  if (!asked || !["waiting", "leaving"].includes(asked.state)) return "over";
  // The rows have only just been written, and nothing has counted them yet.
  await sql`analyze public.service_import_rows`;
  try {
    return await sql.begin((transaction) => carryOut(transaction, sql, id, asked));
  } catch (error) {
    const refused = error as Refused;
    if (!refused.code?.startsWith("PT") && !refused.code?.startsWith("23") && refused.code !== "42501") throw error;
    await fail(sql, id, problemOf(refused));
    return "failed";
  }
}

/** Says that it failed, and that nothing has changed: what is not yet taken in can be tried again, what is can be undone again. */
export async function fail(sql: Sql, id: string, problem: Record<string, string>): Promise<void> {
  await sql`
    update public.service_imports set problem = ${sql.json(problem)},
      state = case state when 'leaving' then 'taken' else 'failed' end::public.service_import_state
    where id = ${id} and state in ('waiting', 'leaving')`;
}

async function carryOut(transaction: TransactionSql, sql: Sql, id: string, asked: Import): Promise<CarriedOut> {
  const { organization_id: organization, person_id: person, rows } = asked;
  await transaction`select private.lock_imports_of(${organization})`;
  const [now] = await transaction<{ state: string }[]>`select state::text from public.service_imports where id = ${id}`;
  if (!now || !["waiting", "leaving"].includes(now.state)) return "over";
  const isTaking = now.state === "waiting";

  await transaction`
    select set_config('hamkke.reader', ${person ?? ""}, true), set_config('role', 'authenticated', true)`;
  for (let first = 1, batches = 0; first <= rows; first += BATCH, batches += 1) {
    const last = Math.min(first + BATCH - 1, rows);
    // A plan that was made while there was little reads all there is for each row: made anew whenever that has doubled.
    if (Number.isInteger(Math.log2(batches))) await transaction`discard plans`;
    if (isTaking) await transaction`select private.take_in_batch(${organization}, ${id}, ${first}, ${last})`;
    else await transaction`select private.undo_batch(${organization}, ${id}, ${first}, ${last})`;
    await sql`
      insert into private.service_import_progress (import_id, done, of) values (${id}, ${last}, ${rows})
      on conflict (import_id) do update set done = excluded.done, of = excluded.of`;
  }
  if (isTaking) await transaction`select private.finish_import(${organization}, ${id})`;
  else await transaction`select private.finish_undo(${organization}, ${id})`;
  await transaction`select set_config('role', 'none', true), set_config('hamkke.reader', '', true)`;
  return isTaking ? "taken" : "undone";
}

/** A refusal says in which field; what else went wrong is nobody's to read. */
function problemOf({ code, message, detail }: Refused): Record<string, string> {
  if (!code?.startsWith("PT")) return { key: "import_failed" };
  const field = detail?.startsWith("{") ? String(JSON.parse(detail).field ?? "") : "";
  return { key: message, field };
}
