import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";

type Made = {
  title: string;
  starts: string;
  ends: string;
  audience?: "owner" | "coalition";
  kind?: "clinic" | "meeting";
};

/** A gathering of KRCLA in Los Angeles, put there without its form. */
export async function makeGathering(local: Local, made: Made): Promise<{ path: string }> {
  const { title, starts, ends, audience = "owner", kind = "meeting" } = made;
  const owner = ownerOf(local);
  try {
    const [row] = await owner`
      insert into public.gatherings
        (organization_id, coalition_id, title, kind, starts_local, ends_local, time_zone, state, audience)
      select o.id, c.id, ${owner.json({ en: title })}, ${kind}, ${starts}::timestamp, ${ends}::timestamp,
        'America/Los_Angeles', 'scheduled', ${audience}
      from public.organizations o, public.coalitions c where o.slug = 'krcla' and c.slug = 'emergency-plan'
      returning id`;
    return { path: `/gatherings/${row?.id}` };
  } finally {
    await owner.end();
  }
}
