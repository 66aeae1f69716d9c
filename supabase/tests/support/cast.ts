import { randomBytes, randomUUID } from "node:crypto";
import type { PersonName } from "../access/persons";
import { addCampaigns } from "./campaigns";
import { addCollections } from "./collections";
import { test as base, type Person, TestDatabase } from "./database";
import { addSignups, addVolunteers } from "./guests";
import { addImports } from "./imports";
import { addItems } from "./items";
import { addLetters } from "./letters";
import { addPooledTotals } from "./pooled-totals";
import { addServices } from "./resources";
import { addServiceImports } from "./service-imports";
import { addTruth } from "./truth";

export type Cast = Record<PersonName, Person> & {
  organizations: Record<"north" | "south" | "east" | "far", string>;
  coalitions: Record<"plan" | "open", string>;
};

/** A test among the cast, who stand ready in the database from before the first test of a file. */
export const test = base.extend("cast", { scope: "worker" }, async ({ copy }) => {
  const connection = await copy.reserve();
  try {
    await connection.unsafe("begin");
    const cast = await assemble(new TestDatabase(connection));
    await connection.unsafe("commit");
    return cast;
  } finally {
    connection.release();
  }
});

/**
 * Coalition "plan" (not listed) of north, which leads, south and east; coalition "open" (listed) of far. North has a gathering
 * for every audience, one named to east alone and a draft named to south; far has one for its coalition.
 */
async function assemble(db: TestDatabase): Promise<Cast> {
  const coalitions = {
    plan: await idOf(db, "insert into public.coalitions (slug, display_name) values ('plan', 'Plan') returning id"),
    open: await idOf(
      db,
      "insert into public.coalitions (slug, display_name, listed) values ('open', 'Open', true) returning id",
    ),
  };
  const organizations = {
    north: await addOrganization(db, "north", coalitions.plan, "lead"),
    south: await addOrganization(db, "south", coalitions.plan, "core"),
    east: await addOrganization(db, "east", coalitions.plan, "partner"),
    far: await addOrganization(db, "far", coalitions.open, "lead"),
  };
  const { north, south, east, far } = organizations;

  const accounts = {
    stranger: await addAccount(db, "stranger", south, "viewer"),
    viewer: await addAccount(db, "viewer", north, "viewer"),
    member: await addAccount(db, "member", north, "member"),
    editor: await addAccount(db, "editor", north, "editor"),
    admin: await addAccount(db, "admin", north, "admin"),
    neighbor: await addAccount(db, "neighbor", south, "admin"),
    outsider: await addAccount(db, "outsider", far, "admin"),
    both: await addAccount(db, "both", north, "viewer"),
    removed: await addAccount(db, "removed", north, "editor"),
    signedOut: await addAccount(db, "signedOut", north, "admin"),
  };
  await db.given("insert into public.memberships values ($1, $2, 'editor')", [far, accounts.both.id]);
  await db.given("delete from public.memberships where person_id = any ($1::uuid[])", [
    `{${accounts.stranger.id},${accounts.removed.id}}`,
  ]);
  await db.signOut(accounts.signedOut);

  for (const audience of ["owner", "named", "coalition", "everyone"]) {
    await addGathering(db, { title: audience, organization: north, coalition: coalitions.plan, audience });
  }
  await addGathering(db, { title: "draft", organization: north, coalition: null, audience: "named", state: "draft" });
  await addGathering(db, { title: "theirs", organization: far, coalition: coalitions.open, audience: "coalition" });
  await db.given(
    `insert into public.shares (organization_id, gathering_id, recipient_id)
     select organization_id, id, $1 from public.gatherings where audience = 'named'`,
    [south],
  );
  const elsewhere = await addGathering(db, {
    title: "to east",
    organization: north,
    coalition: null,
    audience: "named",
  });
  await db.given("insert into public.shares (organization_id, gathering_id, recipient_id) values ($1, $2, $3)", [
    north,
    elsewhere,
    east,
  ]);
  await addLayers(db, organizations);
  await addSeries(db, north);
  await db.given(
    `insert into public.hostings (organization_id, gathering_id, host_id, part, may_edit, state, answered_at)
     select organization_id, id, $1, 'co_host', true, 'accepted', now() from public.gatherings where title ->> 'en' = 'coalition'`,
    [south],
  );
  await addImports(db, organizations);
  await addServices(db, organizations, coalitions);
  await addCollections(db, organizations, coalitions);
  await addPooledTotals(db, organizations, coalitions);
  await addItems(db, organizations, coalitions);
  await addCampaigns(db, organizations, coalitions);
  await addLetters(db, organizations, coalitions);
  await addTruth(db, organizations.south);
  await addServiceImports(db, organizations);
  await addVolunteers(db, organizations, accounts);
  await addSignups(db, organizations);
  for (const [person, organization] of [
    [accounts.admin, north],
    [accounts.outsider, far],
  ] as const) {
    await db.as(person, "select public.invite_member($1, 'guest@cast.example', 'member')", [organization]);
  }
  await db.given(
    "insert into public.notification_choices (person_id, kind, wanted) select id, 'digest', true from public.people",
  );
  await db.given(
    `insert into public.feed_tokens (person_id, shown_id, label, token_hash)
     select p.id, null, concat('calendar of ', p.display_name), sha256(p.id::text::bytea) from public.people p
     where p.display_name <> 'stranger' and p.display_name <> 'removed'`,
  );
  return { visitor: "visitor", ...accounts, organizations, coalitions };
}

/** Two series of north: the gathering for its coalition is one of a weekly one, the one it keeps to itself of a daily one. */
async function addSeries(db: TestDatabase, north: string) {
  for (const [title, rule] of [
    ["coalition", "FREQ=WEEKLY"],
    ["owner", "FREQ=DAILY"],
  ]) {
    await db.given(
      `with series as (
         insert into public.gathering_series (organization_id, rule, starts_local, ends_local, time_zone, expanded_until)
         select $1, $2, g.starts_local, g.ends_local, g.time_zone, g.starts_local
         from public.gatherings g where g.organization_id = $1 and g.title ->> 'en' = $3
         returning id, starts_local
       )
       update public.gatherings g set series_id = s.id, recurrence_local = s.starts_local from series s
       where g.organization_id = $1 and g.title ->> 'en' = $3`,
      [north, rule, title],
    );
  }
}

/** Below each of north's gatherings, but for the one named to east, a detail as open as its card, and notes; and a template. */
async function addLayers(db: TestDatabase, { north, south, far }: Cast["organizations"]) {
  await db.given(
    `insert into public.gathering_details (organization_id, gathering_id, address, audience, coalition_id)
     select organization_id, id, 'Somewhere 1', audience, coalition_id from public.gatherings
     where organization_id = any ($1::uuid[]) and title ->> 'en' <> 'to east'`,
    [`{${north},${far}}`],
  );
  await db.given(
    `insert into public.shares (organization_id, gathering_id, layer, recipient_id)
     select d.organization_id, d.gathering_id, 'detail', $1 from public.gathering_details d where d.audience = 'named'`,
    [south],
  );
  await db.given(
    `insert into public.gathering_notes (organization_id, gathering_id, body)
     select organization_id, gathering_id, 'Bring the key.' from public.gathering_details`,
  );
  await db.given(
    `insert into public.gathering_templates (organization_id, name, content)
     select id, concat('pattern of ', slug), '{}' from public.organizations where id = any ($1::uuid[])`,
    [`{${north},${far}}`],
  );
}

/** An account that came in by a link, as every account does, with a session that is alive. */
async function addAccount(db: TestDatabase, name: string, organizationId: string, role: string) {
  const token = randomBytes(32).toString("base64url");
  await db.given("select private.open_first_link($1, '1 minute', $2, $3::public.member_role)", [
    token,
    organizationId,
    role,
  ]);
  const id = randomUUID();
  await db.given("insert into auth.users (id, email, raw_user_meta_data) values ($1, $2, $3::jsonb)", [
    id,
    `${name}-${id}@cast.example`,
    { invitation: token, display_name: name },
  ]);
  await db.given("update public.people set address_proven_at = now() where id = $1", [id]);
  return db.signIn(id);
}

/** An organization with a standing. */
export async function addOrganization(db: TestDatabase, slug: string, coalitionId: string, kind = "core") {
  const id = await idOf(
    db,
    `insert into public.organizations (slug, legal_name, display_name, short_name, time_zone)
     values ($1, $1, $1, $1, 'America/Chicago') returning id`,
    [slug],
  );
  await db.given(
    "insert into public.standings (organization_id, coalition_id, kind) values ($1, $2, $3::public.standing_kind)",
    [id, coalitionId, kind],
  );
  return id;
}

type GatheringOptions = {
  title: string;
  organization: string;
  coalition: string | null;
  audience: string;
  state?: string;
};

/** A gathering next week, as the owner of the database writes it. */
export async function addGathering(
  db: TestDatabase,
  { title, organization, coalition, audience, state = "scheduled" }: GatheringOptions,
): Promise<string> {
  const id = await idOf(
    db,
    `insert into public.gatherings
       (organization_id, coalition_id, title, audience, state, starts_local, ends_local, time_zone)
     values ($1, $2, jsonb_build_object('en', $3::text), $4::public.audience, $5::public.gathering_state,
       (current_date + 5) + time '12:00', (current_date + 5) + time '14:00', 'America/Chicago')
     returning id`,
    [organization, coalition, title, audience, state === "cancelled" ? "scheduled" : state],
  );
  if (state === "cancelled") {
    await db.given("update public.gatherings set state = 'cancelled', cancellation_reason = 'Rain' where id = $1", [
      id,
    ]);
  }
  return id;
}

async function idOf(db: TestDatabase, sql: string, values: unknown[] = []): Promise<string> {
  return (await db.given<{ id: string }>(sql, values)).id;
}
