import postgres, { type Sql } from "postgres";
import type { Local } from "./product";

/** The database as its owner, to prepare and to inspect what no person may see. */
export function ownerOf({ database_url }: Local): Sql {
  return postgres(database_url, { max: 2, onnotice: () => {} });
}
