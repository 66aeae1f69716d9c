import { z } from "zod";
import { type Db, data, databaseAs } from "~/platform/supabase.server";
import type { ExchangedPlace, ExchangedProvider, ExportedService } from "./content";
import type { Need } from "./hsds/taxonomy.server";
import { importSchema } from "./import-page";

type Paged = { page: number; per_page: number };

/** What everyone may see, a page of it. The database filled in the shape; nothing else is in it. */
export async function listPublicServices(db: Db, paged: Paged, chosen: Record<string, string>) {
  return (await data(db.rpc("hsds_services", { ...paged, chosen }))) as { total: number; services: ExportedService[] };
}

export async function findPublicService(db: Db, id: string) {
  return (await data(db.rpc("hsds_service", { hsds_id: id }))) as ExportedService | null;
}

export async function listProviders(db: Db, paged: Paged, id?: string) {
  const asked = id ? { ...paged, id } : paged;
  return (await data(db.rpc("hsds_providers", asked))) as { total: number; providers: ExchangedProvider[] };
}

export async function listPlaces(db: Db, paged: Paged, id?: string) {
  const asked = id ? { ...paged, id } : paged;
  type Found = { place: ExchangedPlace; service: Pick<ExportedService, "hsds_id" | "source_language"> };
  return (await data(db.rpc("hsds_places", asked))) as { total: number; places: Found[] };
}

/** What one may need help with; only migrations change it, so that it is asked for once in a process's life. */
export async function listNeeds(): Promise<Need[]> {
  known ??= data(
    databaseAs().from("taxonomy_terms").select("id, parent_id, name, open_eligibility_code").order("position"),
  ).then((needs) => needs as Need[]);
  try {
    return await known;
  } catch (thrown) {
    known = undefined;
    throw thrown;
  }
}

let known: Promise<Need[]> | undefined;

/** All that an organization lists, or what of it everyone may see. */
export async function exportServices(db: Db, organizationId: string, whole: boolean): Promise<ExportedService[]> {
  return (await data(db.rpc("export_services", { organization_id: organizationId, whole }))) as ExportedService[];
}

/** A file that was read: what it would change, how far it is, or what it did. */
export async function getImport(db: Db, organizationId: string, id: string) {
  return importSchema.parse(
    await data(db.rpc("read_service_import", { organization_id: organizationId, import_id: id })),
  );
}

const houseSchema = z.object({
  time_zone: z.string(),
  language: z.string(),
  terms: z.array(
    z.object({
      id: z.string(),
      name: z.record(z.string(), z.string()),
      synonyms: z.record(z.string(), z.array(z.string())),
      code: z.string().nullable(),
    }),
  ),
});

/** Counts that a file is about to be read, and learns what reading needs: somebody who reads too many is held back first. */
export async function beginImport(db: Db, organizationId: string) {
  const house = houseSchema.parse(await data(db.rpc("begin_service_import", { organization_id: organizationId })));
  return { ...house, organization: organizationId };
}
