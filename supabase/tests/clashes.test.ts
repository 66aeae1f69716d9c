import { expect } from "vitest";
import { addGathering, type Cast, test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";

type Clashes = {
  seen: { card: { title: { en: string } }; reasons: string[]; volunteers: string[] }[];
  more: number;
  taken: { area: string; on: string; half: string }[];
};
type Plan = { starts?: string; ends?: string; area?: string; address?: string; zone?: string; gathering?: string };

const DAY = "2031-03-05";

/** What somebody of an organization is told about a plan. */
async function ask(db: TestDatabase, person: Person, organization: string, plan: Plan): Promise<Clashes | null> {
  const { starts = `${DAY}T10:00`, ends = `${DAY}T12:00`, area = "Koreatown", address = "", zone, gathering } = plan;
  const [row] = await db.as<{ found: Clashes | null }>(person, "select public.find_clashes($1, $2, $3) as found", [
    organization,
    gathering ?? null,
    {
      times: [{ starts_local: starts, ends_local: ends }],
      time_zone: zone ?? "America/Los_Angeles",
      ...{ area, address },
    },
  ]);
  return row?.found ?? null;
}

/** A gathering of south's on the day, from one hour to another. */
async function plan(db: TestDatabase, { organizations, coalitions }: Cast, change: Record<string, string> = {}) {
  const id = await addGathering(db, {
    title: change.title ?? "of south",
    organization: organizations.south,
    coalition: coalitions.plan,
    audience: change.audience ?? "coalition",
    state: change.state ?? "scheduled",
  });
  await db.given(
    `update public.gatherings set starts_local = $2::timestamp, ends_local = $3::timestamp, time_zone = 'America/Los_Angeles',
       area = $4, tells_taken = $5 = 'true' where id = $1`,
    [
      id,
      change.starts ?? `${DAY}T11:00`,
      change.ends ?? `${DAY}T13:00`,
      change.area ?? "Koreatown, Los Angeles",
      change.tells ?? "false",
    ],
  );
  return id;
}

const take = (db: TestDatabase, person: Person, organization: string, role: string) =>
  db.as(person, "select public.take_place($1, $2)", [organization, role]);

const titles = (found: Clashes | null) => found?.seen.map(({ card }) => card.title.en);

test("an editor learns of a sister organization's gathering in the same area at that time, and no other", async ({
  db,
  cast,
}) => {
  await plan(db, cast);
  await plan(db, cast, { title: "elsewhere", area: "Flushing" });
  await plan(db, cast, { title: "later", starts: `${DAY}T12:00`, ends: `${DAY}T14:00` });
  const found = await ask(db, cast.editor, cast.organizations.north, {});
  expect(found).toMatchObject({
    seen: [{ card: { title: { en: "of south" } }, reasons: ["area"] }],
    more: 0,
    taken: [],
  });
});

test("the same address counts wherever the area is said to be, if its reader may see it", async ({ db, cast }) => {
  const { south } = cast.organizations;
  const id = await plan(db, cast, { area: "" });
  await db.given(
    `insert into public.gathering_details (organization_id, gathering_id, address, audience, coalition_id)
     values ($1, $2, '3727 West 6th Street, #300', 'owner', null)`,
    [south, id],
  );
  const address = "3727 west 6th street #300";
  expect(titles(await ask(db, cast.editor, cast.organizations.north, { area: "", address }))).toEqual([]);
  await db.given(
    "update public.gathering_details set audience = 'coalition', coalition_id = $2 where gathering_id = $1",
    [id, cast.coalitions.plan],
  );
  const found = await ask(db, cast.editor, cast.organizations.north, { area: "", address });
  expect(found?.seen.map(({ reasons }) => reasons)).toEqual([["venue"]]);
});

test("one's own organization's gatherings count in every area, but not the one that is being changed", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const id = await plan(db, cast);
  expect((await ask(db, cast.neighbor, south, { area: "Flushing" }))?.seen[0]?.reasons).toEqual(["own"]);
  expect(titles(await ask(db, cast.neighbor, south, { gathering: id }))).toEqual([]);
  expect(titles(await ask(db, cast.editor, north, { gathering: id }))).toEqual([]);
});

test("whoever helps at both is named to their own organization's editors, and to nobody else's", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const [changed, beside] = [
    await plan(db, cast, { title: "changed", area: "Flushing", starts: `${DAY}T15:00`, ends: `${DAY}T16:00` }),
    await plan(db, cast, { title: "beside", area: "Flushing" }),
  ];
  for (const gathering of [changed, beside]) {
    await db.given(
      `insert into public.hostings (organization_id, gathering_id, host_id, part, state, answered_at)
       values ($1, $2, $3, 'co_host', 'accepted', now())`,
      [south, gathering, north],
    );
    const role = await db.given<{ id: string }>(
      `insert into public.volunteer_roles (organization_id, gathering_id, name, needed) values ($1, $2, '{"en": "door"}', 2)
       returning id`,
      [south, gathering],
    );
    await take(db, cast.member, north, role.id);
    await take(db, cast.neighbor, south, role.id);
  }
  const volunteers = async (person: Person, organization: string) =>
    (await ask(db, person, organization, { gathering: changed }))?.seen.map((one) => one.volunteers);
  expect(await volunteers(cast.editor, north)).toEqual([["member"]]);
  expect(await volunteers(cast.neighbor, south)).toEqual([["neighbor"]]);
});

test("every date of what repeats is looked at, and its own other dates are no clash", async ({ db, cast }) => {
  const { south } = cast.organizations;
  await plan(db, cast, { title: "a week later", starts: "2031-03-12T11:00", ends: "2031-03-12T13:00" });
  const [changed, other] = [await plan(db, cast), await plan(db, cast, { title: "its second date" })];
  await db.given(
    `with series as (
       insert into public.gathering_series (organization_id, rule, starts_local, ends_local, time_zone, expanded_until, finished)
       values ($1, 'FREQ=DAILY;COUNT=2', '2031-03-05 11:00', '2031-03-05 13:00', 'America/Los_Angeles', '2031-03-12 11:00', true)
       returning id
     )
     update public.gatherings g set series_id = series.id, recurrence_local = g.starts_local + interval '1 day' * (g.id = $2)::int
     from series where g.id in ($2, $3)`,
    [south, changed, other],
  );
  const times = ["05", "12"].map((day) => ({
    starts_local: `2031-03-${day}T10:00`,
    ends_local: `2031-03-${day}T12:00`,
  }));
  const [row] = await db.as<{ found: Clashes }>(cast.neighbor, "select public.find_clashes($1, $2, $3) as found", [
    south,
    changed,
    { times, time_zone: "America/Los_Angeles" },
  ]);
  expect(titles(row?.found ?? null)).toEqual(["a week later"]);
});

test("what is hidden and does not say so leaves no trace", async ({ db, cast }) => {
  const before = JSON.stringify(await ask(db, cast.editor, cast.organizations.north, {}));
  await plan(db, cast, { audience: "owner" });
  await plan(db, cast, { audience: "named", state: "draft" });
  expect(JSON.stringify(await ask(db, cast.editor, cast.organizations.north, {}))).toBe(before);
});

test("what says that its time is taken is an area and a half of the day, once, whatever it is", async ({
  db,
  cast,
}) => {
  await plan(db, cast, { audience: "owner", tells: "true", starts: `${DAY}T08:30`, ends: `${DAY}T09:00` });
  await plan(db, cast, { audience: "owner", tells: "true", starts: `${DAY}T11:00`, ends: `${DAY}T12:00` });
  const found = await ask(db, cast.editor, cast.organizations.north, {});
  expect(found).toEqual({ seen: [], more: 0, taken: [{ area: "Koreatown, Los Angeles", on: DAY, half: "am" }] });
});

test("trying hour after hour tells no more than the half of the day", async ({ db, cast }) => {
  await plan(db, cast, { audience: "owner", tells: "true", starts: `${DAY}T14:00`, ends: `${DAY}T15:00` });
  const answers = new Set<string>();
  for (let hour = 12; hour < 23; hour += 1) {
    const at = { starts: `${DAY}T${hour}:00`, ends: `${DAY}T${hour}:30` };
    answers.add(JSON.stringify((await ask(db, cast.editor, cast.organizations.north, at))?.taken));
  }
  expect([...answers]).toEqual([JSON.stringify([{ on: DAY, area: "Koreatown, Los Angeles", half: "pm" }])]);
});

test("only fellows are told, and nobody of what was cancelled or is seen anyway", async ({ db, cast }) => {
  const { north, far } = cast.organizations;
  await plan(db, cast, { title: "seen", tells: "true" });
  await plan(db, cast, { audience: "named", state: "cancelled", tells: "true" });
  expect((await ask(db, cast.editor, north, {}))?.taken).toEqual([]);
  await plan(db, cast, { audience: "owner", tells: "true" });
  expect((await ask(db, cast.editor, north, {}))?.taken).toHaveLength(1);
  expect((await ask(db, cast.outsider, far, {}))?.taken).toEqual([]);
});

test.for(["viewer", "member", "neighbor", "outsider", "both", "removed", "signedOut"] as const)(
  "%s of the cast is told nothing in north's name",
  async (name, { db, cast }) => {
    await plan(db, cast, { tells: "true", audience: "owner" });
    expect(await ask(db, cast[name], cast.organizations.north, {})).toBeNull();
  },
);

test("an hour that happens twice counts as both, and one that does not exist has nothing beside it", async ({
  db,
  cast,
}) => {
  const { north } = cast.organizations;
  await plan(db, cast, { starts: "2031-11-02T00:30", ends: "2031-11-02T04:00" });
  expect(titles(await ask(db, cast.editor, north, { starts: "2031-11-02T01:15", ends: "2031-11-02T01:45" }))).toEqual([
    "of south",
  ]);
  expect(await ask(db, cast.editor, north, { starts: "2031-03-09T02:15", ends: "2031-03-09T02:45" })).toEqual({
    ...{ seen: [], more: 0, taken: [] },
  });
});

test.for([
  [{ times: "now" }, "not_understood"],
  [{ times: [{ starts_local: "tomorrow", ends_local: "2031-03-05T10:00" }] }, "not_understood"],
  [{ times: Array(801).fill({}) }, "not_understood"],
  [{ times: [], time_zone: "XYZ+5" }, "unknown_time_zone"],
] as const)("a plan that is none is refused: %j", async ([plan, message], { db, cast }) => {
  const { north } = cast.organizations;
  await expect(
    db.as(cast.editor, "select public.find_clashes($1, null, $2)", [north, { time_zone: "America/Chicago", ...plan }]),
  ).rejects.toMatchObject({ code: "PT422", message });
});
