import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A `private.refuse(…)` in a policy file: the sentence's key, the HTTP status, and what else it is given. */
export type Refusal = { key: string; status: number; rest: string; file: string };

/** Every refusal that the database's own functions can raise. */
export function listRefusals(folder: string): Refusal[] {
  return readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(/refuse\('([a-z_]+)', (\d+)(.*?)\);/g)].map(
      ([, key = "", status = "", rest = ""]) => ({ key, status: Number(status), rest, file }),
    ),
  );
}
