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
