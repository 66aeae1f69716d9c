import { refusal } from "~/platform/refusal";
import type { Db } from "~/platform/supabase.server";
import { getChanges } from "./queries.server";

/** Which disagreement the address names. */
export function whichDisagreement(request: Request): { field: string; source: string } {
  const { searchParams } = new URL(request.url);
  return {
    field: (searchParams.get("field") ?? "").slice(0, 40),
    source: (searchParams.get("source") ?? "").slice(0, 120),
  };
}

/** What another source says, beside what the service says now, for its owner. */
export async function getDisagreement(
  db: Db,
  organizationId: string,
  serviceId: string,
  which: { field: string; source: string },
) {
  const { members, facts, version } = await getChanges(db, organizationId, serviceId);
  const found = members?.disagreements.find(({ field, source }) => field === which.field && source === which.source);
  if (!found || version === null) throw refusal({ key: "not_found" }, 404);
  return { field: found.field, source: found.source, theirs: found.theirs, now: facts[found.field]?.now, version };
}
