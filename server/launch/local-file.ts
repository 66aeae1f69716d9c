import { chmodSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where everything is, for programs of this machine's owner. */
export type Local = { app_url: string; supabase_url: string; publishable_key: string; database_url: string };

/** Writes local.json, which holds the owner's database address: for its owner's eyes alone, and never half. */
export function writeLocal(dataFolder: string, local: Local): void {
  const draft = join(dataFolder, "local.json.new");
  writeFileSync(draft, `${JSON.stringify(local, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, join(dataFolder, "local.json"));
}
