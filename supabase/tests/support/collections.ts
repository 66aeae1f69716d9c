import type { TestDatabase } from "./database";

type Owners = Record<"north" | "south" | "east" | "far", string>;

/** North collects for itself, its coalition and everyone; far for its coalition, with a service that it no longer sees. */
export async function addCollections(db: TestDatabase, owners: Owners, coalitions: Record<"plan" | "open", string>) {
  for (const [audience, services] of [
    ["owner", ["owner", "everyone"]],
    ["coalition", ["coalition", "owner", "everyone"]],
    ["everyone", ["everyone", "coalition", "owner"]],
  ] as const) {
    await addCollection(db, { name: audience, owner: owners.north, coalition: coalitions.plan, audience, services });
  }
  await addCollection(db, {
    ...{ name: "theirs", owner: owners.far, coalition: coalitions.open, audience: "coalition" },
    services: ["theirs", "everyone", "coalition"],
  });
}

type Options = { name: string; owner: string; coalition: string; audience: string; services: readonly string[] };

async function addCollection(db: TestDatabase, { name, owner, coalition, audience, services }: Options) {
  const { id } = await db.given<{ id: string }>(
    `insert into public.collections (organization_id, coalition_id, name, audience)
     values ($1, $2, jsonb_build_object('en', $3::text), $4::public.audience) returning id`,
    [owner, audience === "coalition" ? coalition : null, name, audience],
  );
  for (const service of services) {
    await db.given(
      `insert into public.collection_entries (organization_id, collection_id, owner_id, service_id)
       select $1, $2, s.organization_id, s.id from public.services s where s.name ->> 'en' = $3`,
      [owner, id, service],
    );
  }
}
