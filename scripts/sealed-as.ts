import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The mark of the seal that this build belongs to; supabase/seal.ts writes it. */
export function sealedAs(): string | undefined {
  const folder = fileURLToPath(new URL("../supabase/migrations/", import.meta.url));
  const seal = readdirSync(folder).find((name) => name.endsWith("_seal.sql"));
  return seal && /Sealed as ([0-9a-f]{64})\./.exec(readFileSync(folder + seal, "utf8"))?.[1];
}
