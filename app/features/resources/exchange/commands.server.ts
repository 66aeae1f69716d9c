import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";
import type { ReadFile } from "./read-file.server";
import type { TakingInput } from "./schema";

/** So many rows are well below what one call may carry. */
const rowsPerCall = 500;
const draftSchema = z.object({ id: z.string() });

/** Keeps what was read for its preview. Nothing is taken in yet. */
export async function draftImport(db: Db, organizationId: string, name: string, file: ReadFile): Promise<string> {
  const { entries, ...about } = file;
  const source = { name, ...about };
  let draft: string | undefined;
  for (let at = 0; at < entries.length; at += rowsPerCall) {
    const rows = entries.slice(at, at + rowsPerCall).map(({ row, key, title, content, refused, remarks }, index) => ({
      place: at + index + 1,
      row_number: row,
      uid: key,
      title,
      content: content ?? null,
      refused,
      remarks,
    }));
    const asked = { organization_id: organizationId, source, rows };
    const call = db.rpc("draft_service_import", draft ? { ...asked, import_id: draft } : asked);
    draft = draftSchema.parse(await data(call)).id;
  }
  return draft ?? "";
}

/** Hands what was read to the worker; asked again, it does nothing. */
export async function takeInServices(db: Db, organizationId: string, id: string, input: TakingInput) {
  const { audience, left, theirs } = input;
  const isOpen = audience === "owner" || audience === "everyone";
  const asked = {
    organization_id: organizationId,
    import_id: id,
    audience: isOpen ? (audience as "owner" | "everyone") : ("coalition" as const),
    coalition_id: (isOpen ? null : audience) as string,
    left_out: left,
    theirs,
  };
  await data(db.rpc("take_in_services", asked));
}

/** Within a day, lets an import go back. */
export async function undoImport(db: Db, organizationId: string, id: string) {
  await data(db.rpc("undo_service_import", { organization_id: organizationId, import_id: id }));
}
