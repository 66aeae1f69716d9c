import { describe, expect } from "vitest";
import { type PersonName, persons } from "./access/persons";
import { addGathering, test } from "./support/cast";

const audiences = ["owner", "named", "coalition", "everyone"] as const;
const states = ["draft", "scheduled", "cancelled"] as const;
const ofNorth: PersonName[] = ["viewer", "member", "editor", "admin", "both"];

/** The rule, said once more in other words than the policy's. */
function maySee(person: PersonName, audience: (typeof audiences)[number], state: (typeof states)[number]): boolean {
  if (ofNorth.includes(person)) return true;
  if (state === "draft") return false;
  if (audience === "everyone") return true;
  return person === "neighbor" && audience !== "owner";
}

const cases = audiences.flatMap((audience) =>
  states.flatMap((state) =>
    persons.map((person) => [person, state, audience, maySee(person, audience, state)] as const),
  ),
);

test.for(cases)("%s reads a %s gathering for %s: %s", async ([person, state, audience, seen], { db, cast }) => {
  const { north, south } = cast.organizations;
  const id = await addGathering(db, {
    title: "x",
    organization: north,
    coalition: cast.coalitions.plan,
    audience,
    state,
  });
  await db.given("insert into public.shares (organization_id, gathering_id, recipient_id) values ($1, $2, $3)", [
    north,
    id,
    south,
  ]);

  const rows = await db.as(cast[person], "select id from public.gatherings where id = $1", [id]);
  const [page] = await db.as<{ found: unknown }>(cast[person], "select public.read_gathering($1) as found", [id]);
  const [front] = await db.as<{ front: string }>(cast[person], "select public.front_page()::text as front");
  expect(rows).toHaveLength(seen ? 1 : 0);
  expect(page?.found !== null).toBe(seen);
  expect(front?.front.includes(id)).toBe(audience === "everyone" && state !== "draft");
});

describe("a calendar", () => {
  const calendar = (organization: string) =>
    `select g ->> 'id' as id from jsonb_array_elements(
       public.organization_calendar('${organization}', current_date, current_date + 30) -> 'gatherings') g`;

  test("of an organization is for its own people alone", async ({ db, cast }) => {
    const { north } = cast.organizations;
    for (const person of ["stranger", "neighbor", "outsider", "removed", "signedOut"] as const) {
      const [answer] = await db.as<{ found: unknown }>(
        cast[person],
        "select public.organization_calendar($1, current_date, current_date + 30) as found",
        [north],
      );
      expect(answer?.found, person).toBeNull();
    }
    expect(await db.as(cast.viewer, calendar(north))).toHaveLength(6);
  });

  test("of one organization does not hold what only the other one of the same person may see", async ({ db, cast }) => {
    const { north, far } = cast.organizations;
    const titles = async (organization: string) =>
      (
        await db.as<{ title: string }>(
          cast.both,
          `select g -> 'title' ->> 'en' as title from jsonb_array_elements(
             public.organization_calendar('${organization}', current_date, current_date + 30) -> 'gatherings') g order by 1`,
        )
      ).map(({ title }) => title);
    expect(await titles(north)).toEqual(["coalition", "draft", "everyone", "named", "owner", "to east"]);
    expect(await titles(far)).toEqual(["theirs"]);
  });

  test("of a coalition that is not listed is null for people outside", async ({ db, cast }) => {
    const sql = "select public.coalition_calendar('plan', current_date, current_date + 30) as found";
    for (const person of ["visitor", "stranger", "outsider", "removed", "signedOut"] as const) {
      expect((await db.as<{ found: unknown }>(cast[person], sql))[0]?.found, person).toBeNull();
    }
    const [answer] = await db.as<{ found: { gatherings: unknown[] } }>(cast.neighbor, sql);
    expect(answer?.found.gatherings).toHaveLength(2);
  });
});

test("an organization that leaves the coalition sees neither the coalition's nor what was named to it", async ({
  db,
  cast,
}) => {
  const { south } = cast.organizations;
  await db.given("delete from public.standings where organization_id = $1", [south]);
  const seen = await db.as<{ title: string }>(cast.neighbor, "select title ->> 'en' as title from public.gatherings");
  expect(seen).toEqual([{ title: "everyone" }]);
  expect(await db.catalog("select from public.shares where recipient_id = $1", [south])).toEqual([]);
  expect(await db.catalog("select from public.shares")).toHaveLength(1);
});

test("when the owner leaves, what was for the coalition is its own alone and can still be cancelled", async ({
  db,
  cast,
}) => {
  await db.given("delete from public.standings where organization_id = $1", [cast.organizations.north]);
  expect(await db.as(cast.neighbor, "select from public.gatherings where audience = 'coalition'")).toEqual([]);
  const [row] = await db.as<{ id: string; organization_id: string; version: number; coalition_id: null }>(
    cast.editor,
    "select id, organization_id, private.version_of(id) as version, coalition_id from public.gatherings where audience = 'coalition'",
  );
  expect(row?.coalition_id).toBeNull();
  await db.as(cast.editor, "select public.cancel_gathering($1, $2, $3, 'We left')", [
    row?.id,
    row?.organization_id,
    row?.version,
  ]);
});

test("what everyone may read never names a coalition that is not listed", async ({ db, cast }) => {
  const publicRow = "select coalition_id from public.gatherings where audience = 'everyone'";
  expect(await db.as(cast.visitor, publicRow)).toEqual([{ coalition_id: null }]);

  const theirs = await addGathering(db, {
    title: "open house",
    organization: cast.organizations.far,
    coalition: cast.coalitions.open,
    audience: "everyone",
  });
  const open = () => db.as(cast.visitor, "select coalition_id from public.gatherings where id = $1", [theirs]);
  expect(await open()).toEqual([{ coalition_id: cast.coalitions.open }]);
  await db.given("update public.coalitions set listed = false where id = $1", [cast.coalitions.open]);
  expect(await open()).toEqual([{ coalition_id: null }]);
});

test("a share comes into force with the gathering and goes with it", async ({ db, cast }) => {
  const sharesSeen = () => db.as(cast.neighbor, "select layer from public.shares order by layer");
  expect(await sharesSeen()).toEqual([{ layer: "card" }, { layer: "detail" }]);
  await db.given("update public.gatherings set state = 'scheduled' where title ->> 'en' = 'draft'");
  expect(await sharesSeen()).toHaveLength(4);
  await db.given("update public.gatherings set audience = 'owner' where audience = 'named'");
  expect(await sharesSeen()).toHaveLength(0);
});

test("a gathering's page tells each reader no more than they may know", async ({ db, cast }) => {
  const page = async (person: PersonName, title: string) => {
    const { id } = await db.given<{ id: string }>("select id from public.gatherings where title ->> 'en' = $1", [
      title,
    ]);
    const [answer] = await db.as<{ found: Record<string, unknown> }>(
      cast[person],
      "select public.read_gathering($1) as found",
      [id],
    );
    return answer?.found;
  };
  expect(await page("visitor", "everyone")).toMatchObject({
    reached: null,
    recipients: [],
    writable_by: [],
    coalition: null,
  });
  expect(await page("neighbor", "named")).toMatchObject({
    reached: null,
    recipients: [expect.objectContaining({ slug: "south" })],
    writable_by: [],
  });
  expect(await page("viewer", "coalition")).toMatchObject({ reached: { organizations: 2 }, writable_by: [] });
  expect(await page("editor", "named")).toMatchObject({ reached: { organizations: 1 }, writable_by: ["north"] });
  expect(await page("editor", "draft")).toMatchObject({ reached: { organizations: 0 } });
});
