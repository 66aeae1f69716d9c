import type { Sql } from "postgres";

/**
 * Refuses a database with other policies than those this worker was built with. `supabase db push` passes over a seal whose
 * number it knows, whatever stands in it: the pages would be new and the boundary old.
 */
export async function requireSeal(sql: Sql): Promise<void> {
  // The build puts the mark in its place (vite.server.config.ts): no setting can change it.
  const expected = process.env.SEALED_AS;
  const [row] = await sql<{ mark: string | null }[]>`
    select substring(pg_catalog.obj_description('private'::regnamespace, 'pg_namespace') from 'Sealed as ([0-9a-f]{64})') as mark`;
  if (expected && row?.mark === expected) return;
  throw new Error(
    "the policies in the database are not those of this version. Run its migrations, the seal among them: docs/operations.md, Upgrades, says how",
  );
}
