import { expect } from "vitest";
import type { PersonName } from "./access/persons";
import { type Cast, test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";

type Event = { id: string; title?: { en: string }; address?: string | null; sequence: number };
type Feed = { version: string | null; events?: Event[]; series?: Record<string, { rule: string }> } | null;

const openFeed = async (
  db: TestDatabase,
  person: Person,
  of: { coalition?: string; organization?: string },
  known?: string,
) => {
  const [row] = await db.as<{ feed: Feed }>(person, "select public.open_feed($1, $2, $3) as feed", [
    of.coalition ?? null,
    of.organization ?? null,
    known ?? null,
  ]);
  return row?.feed ?? null;
};
const privateFeed = async (db: TestDatabase, token: string, known: string | null = null) => {
  const [row] = await db.as<{ feed: Feed }>("visitor", "select public.private_feed($1, $2) as feed", [token, known]);
  return row?.feed ?? null;
};
const make = async (db: TestDatabase, person: Person, of: string | null = null, shows = "titles") => {
  const [row] = await db.as<{ made: { id: string; token: string } }>(
    person,
    "select public.make_feed('phone', $1, $2::public.feed_shows) as made",
    [of, shows],
  );
  return row?.made ?? { id: "", token: "" };
};
const titles = (feed: Feed) => feed?.events?.map(({ title }) => title?.en).sort();
const idOf = async (db: TestDatabase, title: string) =>
  (await db.given<{ id: string }>("select id from public.gatherings where title ->> 'en' = $1", [title])).id;

test("everyone reads what is open to everyone, members of the coalition what it shares, and nobody more", async ({
  db,
  cast,
}) => {
  const seen = async (person: PersonName, of: object) => titles(await openFeed(db, cast[person], of));
  for (const person of ["visitor", "stranger", "removed", "signedOut", "outsider", "editor", "neighbor"] as const) {
    expect(await seen(person, {}), person).toEqual(["everyone"]);
    expect(await seen(person, { organization: "north" }), person).toEqual(["everyone"]);
    expect(await seen(person, { organization: "far" }), person).toBeUndefined();
    expect(await seen(person, { organization: "nowhere" }), person).toBeUndefined();
  }
  for (const person of ["viewer", "editor", "neighbor"] as const)
    expect(await seen(person, { coalition: "plan" }), person).toEqual(["coalition", "everyone"]);
  for (const person of ["visitor", "stranger", "outsider", "removed", "signedOut"] as const)
    expect(await seen(person, { coalition: "plan" }), person).toBeUndefined();
  expect(await seen("visitor", { coalition: "open" })).toEqual([]);
  expect(await seen("outsider", { coalition: "open" })).toEqual(["theirs"]);
});

test("one gathering is read by whoever sees it; hidden, absent and draft answer alike", async ({ db, cast }) => {
  const seen = async (person: PersonName, title: string) => {
    const [row] = await db.as<{ feed: Feed }>(cast[person], "select public.gathering_feed($1) as feed", [
      await idOf(db, title),
    ]);
    return row?.feed?.events?.map(({ address }) => address) ?? null;
  };
  expect(await seen("visitor", "everyone")).toEqual(["Somewhere 1"]);
  expect(await seen("neighbor", "named")).toEqual(["Somewhere 1"]);
  expect(await seen("visitor", "coalition")).toBeNull();
  expect(await seen("outsider", "named")).toBeNull();
  expect(await seen("removed", "owner")).toBeNull();
  expect(await seen("editor", "draft")).toBeNull();
  expect(await seen("editor", "owner")).toEqual(["Somewhere 1"]);
});

test("a private calendar shows what its person's calendar page shows, but for drafts", async ({ db, cast }) => {
  for (const person of ["viewer", "editor", "neighbor", "outsider"] as const) {
    const feed = await privateFeed(db, (await make(db, cast[person])).token);
    const organizations = await db.catalog<{ id: string }>(
      "select organization_id as id from public.memberships where person_id = $1",
      [idOfPerson(cast, person)],
    );
    const onPage = new Set<string>();
    for (const { id } of organizations) {
      const [row] = await db.as<{ page: { gatherings: { id: string; state: string }[] } }>(
        cast[person],
        "select public.organization_calendar($1, current_date - 60, current_date + 300) as page",
        [id],
      );
      for (const { id, state } of row?.page.gatherings ?? []) if (state !== "draft") onPage.add(id);
    }
    expect(onPage.size, person).toBeGreaterThan(0);
    expect(new Set(feed?.events?.map(({ id }) => id)), person).toEqual(onPage);
  }
});

test("a private calendar says no more than its person chose, and never where", async ({ db, cast }) => {
  const told = async (shows: string) =>
    JSON.stringify(await privateFeed(db, (await make(db, cast.editor, null, shows)).token));
  const [taken, withTitles] = [await told("taken"), await told("titles")];
  for (const feed of [taken, withTitles]) {
    expect(feed).not.toContain("Somewhere");
    expect(feed).not.toContain("Bring the key");
  }
  expect(withTitles).toContain('"en":"owner"');
  for (const word of ["title", "kind", "area", "description", "coalition"]) expect(taken).not.toContain(`"${word}"`);
});

test("whose membership, account or token ends reads nothing with the next request", async ({ db, cast }) => {
  const { north, far } = cast.organizations;
  const [all, one] = [await make(db, cast.both), await make(db, cast.both, north)];
  expect(titles(await privateFeed(db, all.token))).toContain("theirs");
  expect(titles(await privateFeed(db, one.token))).not.toContain("theirs");

  await db.given("delete from public.memberships where organization_id = $1 and person_id = $2", [
    north,
    idOfPerson(cast, "both"),
  ]);
  expect(await privateFeed(db, one.token)).toBeNull();
  expect(titles(await privateFeed(db, all.token))).toEqual(["theirs"]);
  await db.given("delete from public.memberships where organization_id = $1 and person_id = $2", [
    far,
    idOfPerson(cast, "both"),
  ]);
  expect(await privateFeed(db, all.token)).toBeNull();

  const ended = await make(db, cast.viewer);
  await db.as(cast.neighbor, "delete from public.feed_tokens where id = $1", [ended.id]);
  expect(await privateFeed(db, ended.token)).not.toBeNull();
  await db.as(cast.viewer, "delete from public.feed_tokens where id = $1", [ended.id]);
  expect(await privateFeed(db, ended.token)).toBeNull();

  const banned = await make(db, cast.member);
  await db.given("update auth.users set banned_until = now() + interval '1 day' where id = $1", [
    idOfPerson(cast, "member"),
  ]);
  expect(await privateFeed(db, banned.token)).toBeNull();

  const gone = await make(db, cast.editor);
  await db.given("select private.forget_ways_in($1)", [idOfPerson(cast, "editor")]);
  expect(await privateFeed(db, gone.token)).toBeNull();
  for (const guess of ["", "x", gone.token.toUpperCase(), "0".repeat(64)])
    expect(await privateFeed(db, guess)).toBeNull();
});

test("nobody makes a calendar without a live session, of an organization not theirs, or a twenty-first", async ({
  db,
  cast,
}) => {
  const refused = (key: string) => expect.objectContaining({ message: key });
  await expect(make(db, "visitor")).rejects.toEqual(expect.objectContaining({ code: "42501" }));
  await expect(make(db, cast.signedOut)).rejects.toEqual(refused("not_found"));
  await expect(make(db, cast.viewer, cast.organizations.far)).rejects.toEqual(refused("choose_one"));
  for (let made = 1; made < 20; made += 1) await make(db, cast.viewer);
  await expect(make(db, cast.viewer)).rejects.toEqual(refused("too_many_feeds"));
});

test("reading a private calendar leaves nobody's eyes behind, and notes the day alone", async ({ db, cast }) => {
  const { id, token } = await make(db, cast.editor);
  const [row] = await db.as<{ mine: string[]; rows: string }>(
    "visitor",
    `with looked as (select public.private_feed($1))
     select array(select title ->> 'en' from public.gatherings order by 1) as mine from looked`,
    [token],
  );
  expect(row?.mine).toEqual(["everyone"]);
  const kept = await db.given("select * from public.feed_tokens where id = $1", [id]);
  expect(kept.last_used_on).toEqual((await db.given("select current_date as today")).today);
  expect(JSON.stringify(kept)).not.toContain(token);
});

test("nobody but the owner of the tables reads the marks or the hash of a link", async ({ db, cast }) => {
  for (const person of ["visitor", "viewer", "admin"] as const) {
    for (const sql of [
      "select * from private.calendar_marks",
      "select token_hash from public.feed_tokens",
      "select private.calendar_version(array['public'])",
      "select private.mark_calendars(array['public'])",
      "select private.visible_rule('', '{}')",
    ])
      await expect(db.as(cast[person], sql), sql).rejects.toEqual(expect.objectContaining({ code: "42501" }));
  }
});

function idOfPerson(cast: Cast, person: Exclude<PersonName, "visitor">) {
  return (cast[person] as { id: string }).id;
}
