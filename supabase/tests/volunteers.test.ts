import { expect } from "vitest";
import type { Account } from "./support/account";
import { addGathering, type Cast, test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";
import { occurrencesOf, putUp } from "./support/series";

type Role = { id: string; gathering: string };

/** A gathering of north with one role, held together with south. */
async function addRole(db: TestDatabase, { organizations, coalitions }: Cast, needed = 2): Promise<Role> {
  const { north, south } = organizations;
  const gathering = await addGathering(db, {
    ...{ title: "fair", organization: north, coalition: coalitions.plan, audience: "coalition" },
  });
  await db.given(
    "update public.gatherings set starts_local = '2031-05-05 10:00', ends_local = '2031-05-05 12:00' where id = $1",
    [gathering],
  );
  await db.given(
    `insert into public.hostings (organization_id, gathering_id, host_id, part, state, answered_at)
     values ($1, $2, $3, 'co_host', 'accepted', now())`,
    [north, gathering, south],
  );
  const { id } = await db.given<{ id: string }>(
    `insert into public.volunteer_roles (organization_id, gathering_id, name, needed) values ($1, $2, '{"en": "door"}', $3) returning id`,
    [north, gathering, needed],
  );
  return { id, gathering };
}

const take = (db: TestDatabase, person: Person, organization: string, role: string) =>
  db.as(person, "select public.take_place($1, $2) as taken", [organization, role]);

async function page(db: TestDatabase, person: Person, organization: string, gathering: string) {
  const [row] = await db.as<{ page: VolunteerPage | null }>(person, "select public.volunteer_page($1, $2) as page", [
    gathering,
    organization,
  ]);
  return row?.page ?? null;
}
type VolunteerPage = {
  roles: { taken: number; needed: number }[];
  places: { id: string; person: string; mine: boolean; stands: boolean }[];
};

test("members of every hosting organization help; each organization sees its own people, and of the others a number", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const role = await addRole(db, cast);
  await take(db, cast.member, north, role.id);
  await take(db, cast.neighbor, south, role.id);
  expect(await page(db, cast.editor, north, role.gathering)).toMatchObject({
    roles: [{ taken: 2, needed: 2 }],
    places: [{ person: "member", mine: false, stands: true }],
  });
  expect((await page(db, cast.neighbor, south, role.gathering))?.places).toMatchObject([
    { person: "neighbor", mine: true },
  ]);
  expect(await page(db, cast.outsider, cast.organizations.far, role.gathering)).toBeNull();
  expect(await page(db, cast.outsider, north, role.gathering)).toBeNull();
});

test("the last place is one person's, and the next is told that the role is full", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const role = await addRole(db, cast, 1);
  await take(db, cast.member, north, role.id);
  await expect(take(db, cast.neighbor, south, role.id)).rejects.toMatchObject({ code: "PT409", message: "role_full" });
});

test("taking the same place again is the same place", async ({ db, cast }) => {
  const { north } = cast.organizations;
  const role = await addRole(db, cast, 1);
  expect(await take(db, cast.member, north, role.id)).toEqual(await take(db, cast.member, north, role.id));
});

test("nobody helps in two places at one time, and learns it for themselves", async ({ db, cast }) => {
  const { north } = cast.organizations;
  await take(db, cast.member, north, (await addRole(db, cast)).id);
  await expect(take(db, cast.member, north, (await addRole(db, cast)).id)).rejects.toMatchObject({
    ...{ code: "PT409", message: "busy_at_that_time" },
  });
});

test.for([
  ["viewer", "north", "PT403", "not_allowed"],
  ["outsider", "far", "PT404", "not_found"],
  ["outsider", "north", "PT404", "not_found"],
  ["both", "far", "PT404", "not_found"],
  ["removed", "north", "PT404", "not_found"],
  ["signedOut", "north", "PT404", "not_found"],
] as const)("%s takes no place in %s's name: %s %s", async ([name, organization, code, message], { db, cast }) => {
  const role = await addRole(db, cast);
  await expect(take(db, cast[name], cast.organizations[organization], role.id)).rejects.toMatchObject({
    code,
    message,
  });
});

test("a gathering that moves onto something else its volunteer does still moves, and the volunteer is told", async ({
  db,
  cast,
}) => {
  const { north } = cast.organizations;
  const [here, there] = [await addRole(db, cast), await addRole(db, cast)];
  await db.given(
    "update public.gatherings set starts_local = '2031-06-01 10:00', ends_local = '2031-06-01 11:00' where id = $1",
    [there.gathering],
  );
  await take(db, cast.member, north, here.id);
  await take(db, cast.member, north, there.id);
  await db.as(
    cast.editor,
    "select public.move_gathering($1, $2, private.version_of($1), '2031-05-05T11:00', '2031-05-05T13:00')",
    [there.gathering, north],
  );
  expect((await page(db, cast.member, north, there.gathering))?.places).toMatchObject([{ mine: true, stands: false }]);
  expect(await page(db, cast.member, north, here.gathering)).toMatchObject({ roles: [{ taken: 1 }] });
});

test("whoever moves a gathering about learns nothing of what its volunteers do elsewhere, nor do their colleagues", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const { gathering, id } = await addRole(db, cast);
  const hidden = await addGathering(db, { title: "hidden", organization: south, coalition: null, audience: "owner" });
  await db.given(
    "update public.gatherings set starts_local = '2031-06-01 10:00', ends_local = '2031-06-01 12:00' where id = $1",
    [hidden],
  );
  const role = await db.given<{ id: string }>(
    `insert into public.volunteer_roles (organization_id, gathering_id, name, needed) values ($1, $2, '{"en": "desk"}', 1) returning id`,
    [south, hidden],
  );
  await db.given("insert into public.memberships values ($1, $2, 'member')", [south, (cast.member as Account).id]);
  await take(db, cast.member, north, id);
  await take(db, cast.neighbor, south, id);
  await take(db, cast.member, south, role.id);
  const seen = [];
  for (const hour of [9, 11, 14]) {
    await db.as(cast.editor, "select public.move_gathering($1, $2, private.version_of($1), $3, $4)", [
      gathering,
      north,
      `2031-06-01T${String(hour).padStart(2, "0")}:30`,
      `2031-06-01T${hour + 1}:00`,
    ]);
    const found = [];
    for (const [person, organization] of [
      ["editor", north],
      ["admin", north],
      ["neighbor", south],
    ] as const) {
      const shown = await page(db, cast[person], organization, gathering);
      found.push(shown?.roles, shown?.places);
    }
    const full = await db.as(
      cast.editor,
      "select public.organization_calendar($1, '2031-05-01', '2031-06-30') -> 'missing' as missing",
      [north],
    );
    seen.push(JSON.stringify([found, full]));
  }
  expect(new Set(seen).size).toBe(1);
  expect((await page(db, cast.member, north, gathering))?.places).toMatchObject([{ mine: true, stands: true }]);
  await db.as(
    cast.editor,
    "select public.move_gathering($1, $2, private.version_of($1), '2031-06-01T11:00', '2031-06-01T13:00')",
    [gathering, north],
  );
  expect((await page(db, cast.member, north, gathering))?.places).toMatchObject([{ mine: true, stands: false }]);
  await expect(db.as(cast.editor, "select during from public.volunteer_places")).rejects.toMatchObject({
    code: "42501",
  });
});

test("a cancelled gathering frees its volunteers, and takes no more", async ({ db, cast }) => {
  const { north } = cast.organizations;
  const [cancelled, other] = [await addRole(db, cast), await addRole(db, cast)];
  await take(db, cast.member, north, cancelled.id);
  await db.given("update public.gatherings set state = 'cancelled', cancellation_reason = 'Rain' where id = $1", [
    cancelled.gathering,
  ]);
  await take(db, cast.member, north, other.id);
  await expect(take(db, cast.editor, north, cancelled.id)).rejects.toMatchObject({ message: "gathering_cancelled" });
  await db.given("update public.gatherings set state = 'scheduled' where id = $1", [cancelled.gathering]);
  expect((await page(db, cast.member, north, cancelled.gathering))?.places).toMatchObject([{ stands: false }]);
});

test("a host that is one no longer, and a member who was removed, help no longer", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const role = await addRole(db, cast);
  await take(db, cast.member, north, role.id);
  await take(db, cast.neighbor, south, role.id);
  await db.given("delete from public.hostings where gathering_id = $1", [role.gathering]);
  expect(await page(db, cast.neighbor, south, role.gathering)).toBeNull();
  expect((await page(db, cast.editor, north, role.gathering))?.roles).toMatchObject([{ taken: 1 }]);
  await db.given("delete from public.memberships where person_id = $1", [(cast.member as Account).id]);
  expect(await page(db, cast.editor, north, role.gathering)).toMatchObject({ roles: [{ taken: 0 }], places: [] });
});

test("what is missing stands on the calendars of those who hold the gathering, and on nobody else's", async ({
  db,
  cast,
}) => {
  const { north, south, east } = cast.organizations;
  const role = await addRole(db, cast, 3);
  await take(db, cast.member, north, role.id);
  const missing = async (person: Person, organization: string) => {
    const [row] = await db.as<{ missing: Record<string, number> }>(
      person,
      "select public.organization_calendar($1, '2031-05-01', '2031-05-31') -> 'missing' as missing",
      [organization],
    );
    return row?.missing;
  };
  expect(await missing(cast.viewer, north)).toEqual({ [role.gathering]: 2 });
  expect(await missing(cast.neighbor, south)).toEqual({ [role.gathering]: 2 });
  await db.given("insert into public.memberships values ($1, $2, 'admin')", [east, (cast.stranger as Account).id]);
  expect(await missing(cast.stranger, east)).toEqual({});
});

test("what is asked for along a series is asked for at each date to come, and changed and taken back by its name", async ({
  db,
  cast,
}) => {
  const { north } = cast.organizations;
  await putUp(db, cast, { rule: "FREQ=WEEKLY;COUNT=4" });
  const [first, second] = await occurrencesOf(db);
  const roles = async () =>
    (
      await db.catalog<{ roles: string }>(
        `select coalesce(string_agg((name ->> 'en') || ' ' || needed, ', ' order by name), '-') as roles
         from public.gatherings g left join public.volunteer_roles r on r.gathering_id = g.id
         where g.series_id = $1 group by g.id, g.starts_at order by g.starts_at`,
        [first?.series_id],
      )
    ).map((row) => row.roles);
  const door = { name: { en: "Door" }, needed: 2, languages: ["ko"] };
  await db.as(cast.editor, "select public.add_role($1, $2, $3, 'following')", [north, second?.id, door]);
  expect(await roles()).toEqual(["-", "Door 2", "Door 2", "Door 2"]);

  const role = await db.given<{ id: string }>("select id from public.volunteer_roles where gathering_id = $1", [
    second?.id,
  ]);
  await db.as(cast.editor, "select public.change_role($1, $2, $3, 'this')", [north, role.id, { ...door, needed: 5 }]);
  expect(await roles()).toEqual(["-", "Door 5", "Door 2", "Door 2"]);
  await db.as(cast.editor, "select public.change_role($1, $2, $3, 'all')", [
    north,
    role.id,
    { ...door, name: { en: "Gate" } },
  ]);
  expect(await roles()).toEqual(["-", "Gate 2", "Gate 2", "Gate 2"]);
  await db.as(cast.editor, "select public.remove_role($1, $2, 'following')", [north, role.id]);
  expect(await roles()).toEqual(["-", "-", "-", "-"]);
});

test.for([
  ["viewer", "north", "not_allowed"],
  ["neighbor", "south", "not_found"],
  ["outsider", "far", "not_found"],
  ["neighbor", "north", "not_found"],
] as const)("%s asks for nobody in %s's name: %s", async ([name, organization, message], { db, cast }) => {
  const role = await addRole(db, cast);
  const by = cast.organizations[organization];
  const wanted = { name: { en: "Door" }, needed: 2 };
  const calls: [string, unknown[]][] = [
    ["add_role($1, $2, $3, 'all')", [by, role.gathering, wanted]],
    ["change_role($1, $2, $3, 'all')", [by, role.id, wanted]],
    ["remove_role($1, $2, 'all')", [by, role.id]],
  ];
  for (const [call, values] of calls)
    await expect(db.as(cast[name], `select public.${call}`, values)).rejects.toMatchObject({ message });
});
