import { addGathering, type Cast } from "./cast";
import type { TestDatabase } from "./database";

export type Named = "north" | "south" | "east" | "far";
export const absent = "00000000-0000-4000-8000-000000000000";

export let db: TestDatabase;
export let cast: Cast;
export let gathering: string;

export type Invitation = { host?: Named | string; part?: string; mayEdit?: boolean; by?: keyof Cast; id?: string };

export function invite({
  host = "south",
  part = "co_host",
  mayEdit = false,
  by = "editor",
  id = gathering,
}: Invitation = {}) {
  const hostId = cast.organizations[host as Named] ?? host;
  return db.as(cast[by] as Cast["editor"], "select public.invite_host($1, $2, $3, $4::public.host_part, $5)", [
    id,
    cast.organizations.north,
    hostId,
    part,
    mayEdit,
  ]);
}

export const answer = (accept: boolean, by: keyof Cast = "neighbor", host: Named = "south") =>
  db.as(cast[by] as Cast["editor"], "select public.answer_hosting($1, $2, $3)", [
    gathering,
    cast.organizations[host],
    accept,
  ]);
export const end = (as: Named, by: keyof Cast, host: Named = "south") =>
  db.as(cast[by] as Cast["editor"], "select public.end_hosting($1, $2, $3)", [
    gathering,
    cast.organizations[as],
    cast.organizations[host],
  ]);

export async function page(by: keyof Cast) {
  const [row] = await db.as<{ page: Record<string, never> | null }>(
    cast[by] as Cast["editor"],
    "select public.read_gathering($1) as page",
    [gathering],
  );
  return row?.page as unknown as
    | undefined
    | null
    | {
        detail: { address: string } | null;
        notes: string | null;
        writable_by: string[];
        version: number | null;
        reached: { organizations: number } | null;
        hosts: { shown: { organization: { slug: string }; part: string }[]; known: { state: string }[] };
      };
}

export async function form(by: keyof Cast, as: Named) {
  const [row] = await db.as<{ form: { version: number; notes: string | null; recipients: string[] } | null }>(
    cast[by] as Cast["editor"],
    "select public.edit_shared_gathering($1, $2) as form",
    [gathering, cast.organizations[as]],
  );
  return row?.form ?? null;
}

/** Somebody else is south's admin from now on. */
export async function makeViewer({ id }: { id: string }) {
  await db.given("insert into public.memberships values ($1, $2, 'admin')", [
    cast.organizations.south,
    (cast.stranger as { id: string }).id,
  ]);
  await db.given("update public.memberships set role = 'viewer' where person_id = $1", [id]);
}

const card = {
  title: { en: "Renamed by south" },
  kind: "meeting",
  starts_local: "2030-01-05T10:00",
  ends_local: "2030-01-05T12:00",
  time_zone: "America/Chicago",
};
export const revise = (
  version: number,
  more: object = {},
  detail: object | null = null,
  { by = "neighbor", as = "south" }: { by?: keyof Cast; as?: Named } = {},
) =>
  db.as(cast[by] as Cast["editor"], "select public.revise_hosted_gathering($1, $2, $3, $4::jsonb, $5::jsonb)", [
    gathering,
    cast.organizations[as],
    version,
    { ...card, ...more },
    detail,
  ]);

/** A gathering of north's alone, with an address and notes; south is its neighbor in the coalition. */
export async function keepOne(ours: TestDatabase, everybody: Cast) {
  [db, cast] = [ours, everybody];
  gathering = await addGathering(db, {
    title: "kept",
    organization: cast.organizations.north,
    coalition: null,
    audience: "owner",
  });
  await db.given(
    "insert into public.gathering_details (organization_id, gathering_id, address) values ($1, $2, 'Zinnia Street 1')",
    [cast.organizations.north, gathering],
  );
  await db.given(
    "insert into public.gathering_notes (organization_id, gathering_id, body) values ($1, $2, 'Zinnia key')",
    [cast.organizations.north, gathering],
  );
}
