import { expect } from "vitest";
import { type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";

type Versions = Record<"all" | "north" | "listed" | "viewer" | "neighbor" | "outsider", string | null>;

/** What stands for each feed, as its readers are told. */
async function versions(db: TestDatabase, tokens: Record<string, string>): Promise<Versions> {
  const one = async (sql: string, value: string | null) =>
    (await db.as<{ version: string | null }>("visitor", sql, [value]))[0]?.version ?? null;
  const open = "select public.open_feed(null, $1) ->> 'version' as version";
  const mine = "select public.private_feed($1) ->> 'version' as version";
  return {
    all: await one(open, null),
    north: await one(open, "north"),
    listed: await one("select public.open_feed($1) ->> 'version' as version", "open"),
    viewer: await one(mine, tokens.viewer ?? ""),
    neighbor: await one(mine, tokens.neighbor ?? ""),
    outsider: await one(mine, tokens.outsider ?? ""),
  };
}

async function tokensOf(db: TestDatabase, cast: Cast): Promise<Record<string, string>> {
  const tokens: Record<string, string> = {};
  for (const person of ["viewer", "neighbor", "outsider"] as const) {
    const [row] = await db.as<{ token: string }>(
      cast[person],
      "select public.make_feed('phone', null, 'titles') ->> 'token' as token",
    );
    tokens[person] = row?.token ?? "";
  }
  return tokens;
}

/** Which feeds' versions a change moved. */
async function moved(db: TestDatabase, cast: Cast, change: () => Promise<unknown>): Promise<string[]> {
  const tokens = await tokensOf(db, cast);
  const before = await versions(db, tokens);
  await change();
  const after = await versions(db, tokens);
  return (Object.keys(before) as (keyof Versions)[]).filter((feed) => before[feed] !== after[feed]);
}

const rename = (db: TestDatabase, title: string) => () =>
  db.given("update public.gatherings set area = area || 'x' where title ->> 'en' = $1", [title]);

test("a change moves the versions of those who see it, and nobody else's", async ({ db, cast }) => {
  expect(await moved(db, cast, rename(db, "everyone"))).toEqual(["all", "north", "viewer", "neighbor"]);
  expect(await moved(db, cast, rename(db, "coalition"))).toEqual(["viewer", "neighbor"]);
  expect(await moved(db, cast, rename(db, "named"))).toEqual(["viewer", "neighbor"]);
  expect(await moved(db, cast, rename(db, "to east"))).toEqual(["viewer"]);
  expect(await moved(db, cast, rename(db, "owner"))).toEqual(["viewer"]);
  expect(await moved(db, cast, rename(db, "draft"))).toEqual([]);
  expect(await moved(db, cast, rename(db, "theirs"))).toEqual(["outsider"]);
});

test("what no calendar shows moves no version: notes, details, search engines, who else may see it", async ({
  db,
  cast,
}) => {
  const unseen = [
    "update public.gathering_notes set body = 'Another key.'",
    "update public.gathering_details set contact = 'The desk'",
    "update public.gathering_details set address = 'Elsewhere 2' where audience <> 'everyone'",
    "update public.gatherings set indexable = not indexable",
    "update public.gatherings set version = version + 1",
    "update public.gatherings set area = area",
    "delete from public.shares where layer = 'detail'",
    "insert into public.gatherings (organization_id, title, starts_local, ends_local, time_zone) select organization_id, title, starts_local, ends_local, time_zone from public.gatherings limit 1",
  ];
  for (const sql of unseen) expect(await moved(db, cast, () => db.given(sql)), sql).toEqual([]);
});

test("whoever begins or ceases to see a gathering is told, and only they", async ({ db, cast }) => {
  const set = (title: string, to: string) => () =>
    db.given(`update public.gatherings set ${to} where title ->> 'en' = $1`, [title]);
  expect(await moved(db, cast, set("coalition", "audience = 'owner'"))).toEqual(["viewer", "neighbor"]);
  expect(await moved(db, cast, set("everyone", "audience = 'owner'"))).toEqual(["all", "north", "viewer", "neighbor"]);
  expect(await moved(db, cast, set("draft", "state = 'scheduled'"))).toEqual(["viewer", "neighbor"]);
  const unshare = () =>
    db.given(`delete from public.shares s using public.gatherings g
      where g.id = s.gathering_id and g.title ->> 'en' = 'named' and s.layer = 'card'`);
  expect(await moved(db, cast, unshare)).toEqual(["neighbor"]);
  expect(await moved(db, cast, () => db.given("delete from public.gatherings where title ->> 'en' = 'owner'"))).toEqual(
    ["viewer"],
  );
  const leave = () => db.given("delete from public.standings where organization_id = $1", [cast.organizations.south]);
  expect(await moved(db, cast, leave)).toContain("neighbor");
});

test("an address that is open to everyone moves the open feeds, since they show it", async ({ db, cast }) => {
  const change = () =>
    db.given("update public.gathering_details set address = 'Elsewhere 2' where audience = 'everyone'");
  expect(await moved(db, cast, change)).toEqual(["all", "north", "viewer", "neighbor"]);
});

test("folding marks leaves every version as it is, and one row for each audience", async ({ db, cast }) => {
  for (let time = 0; time < 3; time += 1) await rename(db, "everyone")();
  expect(await moved(db, cast, () => db.given("select private.fold_calendar_marks()"))).toEqual([]);
  const rows = await db.catalog("select scope from private.calendar_marks group by scope having count(*) > 1");
  expect(rows).toEqual([]);
});

test("a program that has the newest version is answered without a look at gatherings", async ({ db, cast }) => {
  const tokens = await tokensOf(db, cast);
  const { all, north, listed, viewer } = await versions(db, tokens);
  const reads = async () =>
    db.given<{ reads: string }>(
      `select sum(pg_stat_get_xact_numscans(c.oid) + coalesce((
         select sum(pg_stat_get_xact_numscans(i.indexrelid)) from pg_index i where i.indrelid = c.oid), 0))::text as reads
       from pg_class c where c.oid = any (array['public.gatherings', 'public.gathering_details', 'public.gathering_series']::regclass[])`,
    );
  const asked = [
    ["select public.open_feed(null, null, $1) as feed", all, null],
    ["select public.open_feed(null, 'north', $1) as feed", north, null],
    ["select public.open_feed('open', null, $1) as feed", listed, null],
    ["select public.private_feed($2, $1) as feed", viewer, tokens.viewer],
  ] as const;
  for (const [sql, version, token] of asked) {
    if (version === null) continue;
    const before = await reads();
    const [row] = await db.as<{ feed: object }>("visitor", sql, token ? [version, token] : [version]);
    expect(Object.keys(row?.feed ?? {}), sql).not.toContain("events");
    expect(await reads(), sql).toEqual(before);
    await db.as("visitor", sql, token ? ["other", token] : ["other"]);
    expect(await reads(), `${sql}, of another version`).not.toEqual(before);
  }
});

test("SEQUENCE counts what the card says of when, what, where and whether, and nothing else", async ({ db }) => {
  const sequence = async (title: string) =>
    (await db.given<{ sequence: number }>("select sequence from public.gatherings where title ->> 'en' = $1", [title]))
      .sequence;
  const change = (to: string, title = "everyone") =>
    db.given(`update public.gatherings set ${to} where title ->> 'en' = $1`, [title]);
  for (const to of [
    "area = 'Elsewhere'",
    "kind = 'clinic'",
    `description = '{"en": "More"}'`,
    "starts_local = starts_local + interval '1 hour', ends_local = ends_local + interval '1 hour'",
    "time_zone = 'America/New_York'",
    "state = 'cancelled', cancellation_reason = 'Rain'",
    "cancellation_reason = 'Snow'",
    "state = 'scheduled'",
  ]) {
    const before = await sequence("everyone");
    await change(to);
    expect(await sequence("everyone"), to).toBe(before + 1);
  }
  const before = await sequence("everyone");
  await change("audience = 'owner'");
  await change("indexable = false, languages = '{ko}'");
  await db.given("update public.gathering_notes set body = 'Another'");
  expect(await sequence("everyone")).toBe(before);
  await change("area = 'A'", "draft");
  await change("state = 'scheduled'", "draft");
  expect(await sequence("draft")).toBe(0);
});
