import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Account } from "./support/account";
import { addGathering, type Cast, test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";

/** A gathering of north and south, `days` from today. */
async function today({ organizations, coalitions }: Cast, db: TestDatabase, days = 0): Promise<string> {
  const { north, south } = organizations;
  const gathering = await addGathering(db, {
    ...{ title: "fair", organization: north, coalition: coalitions.plan, audience: "coalition" },
  });
  await db.given(
    `update public.gatherings set starts_local = (now() at time zone time_zone) + make_interval(days => $2),
       ends_local = (now() at time zone time_zone) + make_interval(days => $2, hours => 2) where id = $1`,
    [gathering, days],
  );
  await db.given(
    `insert into public.hostings (organization_id, gathering_id, host_id, part, state, answered_at)
     values ($1, $2, $3, 'co_host', 'accepted', now())`,
    [north, gathering, south],
  );
  return gathering;
}

async function count(db: TestDatabase, person: Person, organization: string, gathering: string, presses: unknown) {
  const [row] = await db.as<{ tally: { own: number; total: number } }>(
    person,
    "select public.count_presses($1, $2, $3) as tally",
    [organization, gathering, presses],
  );
  return row && { own: row.tally.own, total: row.tally.total };
}
const press = (amount = 1) => ({ id: randomUUID(), amount });

test("presses count once however often they are sent, and the hosts see one total", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const gathering = await today(cast, db);
  const batch = [press(), press(), press(4)];
  expect(await count(db, cast.member, north, gathering, batch)).toEqual({ own: 6, total: 6 });
  expect(await count(db, cast.editor, north, gathering, [...batch, press(-1)])).toEqual({ own: 5, total: 5 });
  expect(await count(db, cast.neighbor, south, gathering, [press(2), batch[0]])).toEqual({ own: 3, total: 8 });
});

test("what one organization takes back is taken from its own count, never from another's", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const gathering = await today(cast, db);
  await count(db, cast.member, north, gathering, [press(5)]);
  expect(await count(db, cast.neighbor, south, gathering, [press(-1), press(-1), press(-1)])).toEqual({
    own: 0,
    total: 5,
  });
});

test.for([
  ["viewer", "north", "PT403", "not_allowed"],
  ["outsider", "far", "PT404", "not_found"],
  ["outsider", "north", "PT404", "not_found"],
  ["signedOut", "north", "PT404", "not_found"],
] as const)("%s counts nothing in %s's name: %s %s", async ([name, organization, code, message], { db, cast }) => {
  const gathering = await today(cast, db);
  await expect(count(db, cast[name], cast.organizations[organization], gathering, [press()])).rejects.toMatchObject({
    ...{ code, message },
  });
});

test.for([
  [-4, false],
  [-2, true],
  [0, true],
  [2, false],
] as const)("counting %d days from the start is open: %s", async ([days, open], { db, cast }) => {
  const gathering = await today(cast, db, days);
  const counted = count(db, cast.member, cast.organizations.north, gathering, [press()]);
  await (open
    ? expect(counted).resolves.toBeDefined()
    : expect(counted).rejects.toMatchObject({ message: "tally_closed" }));
});

test.for([
  [],
  {},
  [{ id: "1", amount: 1 }],
  [{ id: randomUUID(), amount: 1000 }],
  [{ id: randomUUID(), amount: 0 }],
  [{ id: randomUUID(), amount: 1.5 }],
  Array.from({ length: 501 }, () => press()),
])("what are no presses is refused", async (presses, { db, cast }) => {
  const gathering = await today(cast, db);
  await expect(count(db, cast.member, cast.organizations.north, gathering, presses)).rejects.toMatchObject({
    ...{ code: "PT422", message: "not_understood" },
  });
});

test("nothing is kept of who pressed", async ({ db, cast }) => {
  const gathering = await today(cast, db);
  await count(db, cast.member, cast.organizations.north, gathering, [press()]);
  const row = await db.given("select to_jsonb(p) as press from private.tally_presses p where gathering_id = $1", [
    gathering,
  ]);
  expect(JSON.stringify(row)).not.toContain((cast.member as Account).id);
});
