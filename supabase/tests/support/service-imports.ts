import type { Person, TestDatabase } from "./database";

type Content = Record<string, unknown>;
type Row = { uid: string; content?: Content | null; refused?: object[]; title?: string };
export type ImportPage = {
  state: string;
  counts: Record<"made" | "changed" | "conflicts" | "same" | "refused", number>;
  changed: {
    place: number;
    row: number;
    fields: { name: string; conflict: boolean; ours: unknown; theirs: unknown }[];
  }[];
  refused: { row: number; findings: object[] }[];
  result: Record<string, number> & { undone?: Record<string, number> };
  conflicts: { row: number; fields: { name: string; ours: unknown; theirs: unknown }[] }[];
};
type Choice = { audience?: string; coalition?: string | null; left?: number[]; theirs?: number[] };

/** One person who takes in files with services for one organization, and the worker that does it for them. */
export function serviceImporter(db: TestDatabase, person: Person, organization: string) {
  const ask = async <T>(call: string, values: unknown[]) =>
    ((await db.as(person, `select ${call} as answer`, [organization, ...values]))[0] as { answer: T }).answer;
  const source = (name: string) => ({ name, hash: name.padEnd(64, "0").replace(/[^0-9a-f]/g, "0"), kind: "hsds" });
  const read = async (rows: Row[], name = "partner.json") =>
    (
      await ask<{ id: string }>("public.draft_service_import($1, $2, $3)", [
        source(name),
        rows.map((row, at) => ({ place: at + 1, row_number: at + 2, title: "", content: null, refused: [], ...row })),
      ])
    ).id;
  const page = (id: string) => ask<ImportPage>("public.read_service_import($1, $2)", [id]);
  const take = async (id: string, { audience = "owner", coalition = null, left = [], theirs = [] }: Choice = {}) => {
    const asked = [id, audience, coalition, `{${left}}`, `{${theirs}}`];
    await ask("public.take_in_services($1, $2, $3, $4, $5, $6)", asked);
    await ask("private.take_in_batch($1, $2, 1, 20000)", [id]);
    await ask("private.finish_import($1, $2)", [id]);
    return page(id);
  };
  const undo = async (id: string) => {
    await ask("public.undo_service_import($1, $2)", [id]);
    await ask("private.undo_batch($1, $2, 1, 20000)", [id]);
    await ask("private.finish_undo($1, $2)", [id]);
    return page(id);
  };
  const exported = (whole = true) => ask<Content[]>("public.export_services($1, $2)", [whole]);
  return { ask, read, page, take, undo, exported };
}

/** A file that each of two organizations has taken in, with one service. */
export async function addServiceImports(db: TestDatabase, { north, far }: { north: string; far: string }) {
  await db.given(
    `insert into public.service_imports (organization_id, source)
     select id, jsonb_build_object('name', concat('list of ', slug)) from public.organizations where id = any ($1::uuid[])`,
    [`{${north},${far}}`],
  );
  await db.given(
    `insert into public.service_import_rows (organization_id, import_id, place, row_number, uid, title, content, outcome, service_id, writes)
     select s.organization_id, i.id, 1, 2, s.hsds_id, s.name ->> 'en', '{}', 'changed', s.id, '{}' from public.services s
     join public.service_imports i on i.organization_id = s.organization_id where s.name ->> 'en' in ('owner', 'theirs')`,
  );
  await db.given(
    `insert into public.imported_services (organization_id, uid, service_id, said, became, source_name, source_hash, row_number)
     select r.organization_id, r.uid, r.service_id, '{}', '{}', 'list.csv', repeat('0', 64), 2 from public.service_import_rows r`,
  );
}
