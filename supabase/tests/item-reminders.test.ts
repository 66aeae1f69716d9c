import { expect } from "vitest";
import type { Cast } from "./support/cast";
import { test } from "./support/cast";
import type { TestDatabase } from "./support/database";
import { accountOf } from "./support/item-calls";
import { addItem } from "./support/items";
import { atNoon, queue, told } from "./support/reminders";

/** Nothing but what the test adds. */
async function onlyOne(db: TestDatabase, cast: Cast, due: string, status: "asked" | "doing" | "done" = "doing") {
  await db.given("delete from public.action_parts");
  await db.given("delete from public.letter_deeds");
  return addItem(db, {
    ...{ title: "tables", owner: cast.organizations.north, coalition: cast.coalitions.plan, due },
    parts: [[cast.organizations.south, status]],
  });
}
const read = async (db: TestDatabase, person: Parameters<TestDatabase["as"]>[0]) =>
  (
    await db.as<{ items: { title: { en: string }; state: string }[] }>(
      person,
      "select public.read_items_due() as items",
    )
  )[0]?.items;

test("what is due in two days is told to the organization's editors once that day, over all items in one letter", async ({
  db,
  cast,
}) => {
  await atNoon(db);
  await onlyOne(db, cast, "2 days");
  await addItem(db, {
    ...{ title: "chairs", owner: cast.organizations.north, coalition: cast.coalitions.plan, due: "-1 days" },
    parts: [[cast.organizations.south, "doing"]],
  });
  expect(await queue(db)).toBe(1);
  expect(await queue(db)).toBe(0);
  expect(await told(db)).toEqual(["neighbor"]);
  expect((await read(db, cast.neighbor))?.map(({ title, state }) => [title.en, state])).toEqual([
    ["chairs", "late"],
    ["tables", "soon"],
  ]);
  // Sent, and a day later it is not yet time again.
  await db.given("update public.messages set state = 'sent', ended_at = now() where kind = 'items_due'");
  expect(await queue(db)).toBe(0);
});

test("whoever has the part is told and nobody else; when they are removed, the editors are", async ({ db, cast }) => {
  await atNoon(db);
  const id = await onlyOne(db, cast, "2 days");
  const { north } = cast.organizations;
  await db.given(
    "insert into public.action_parts (organization_id, owner_id, item_id, status) values ($1, $1, $2, 'accepted')",
    [north, id],
  );
  await db.given("update public.action_part_notes set assignee_id = $1 where organization_id = $2 and item_id = $3", [
    accountOf(cast.viewer),
    north,
    id,
  ]);
  await queue(db);
  expect(await told(db)).toEqual(["neighbor", "viewer"]);
  expect(await read(db, cast.editor)).toEqual([]);
  await db.given("delete from public.messages where kind = 'items_due'");
  await db.given("delete from public.memberships where person_id = $1", [accountOf(cast.viewer)]);
  await queue(db);
  expect(await told(db)).toEqual(["admin", "editor", "neighbor", "signedOut"]);
});

test("nobody is told of what they may not see, of what is done, closed or far off, nor whoever wants no such mail", async ({
  db,
  cast,
}) => {
  await atNoon(db);
  const id = await onlyOne(db, cast, "2 days");
  const tries: [string, string][] = [
    ["done", "update public.action_parts set status = 'done'"],
    ["closed", "update public.action_items set closed_at = now()"],
    ["far off", "update public.action_items set due_local = due_local + interval '60 days'"],
    ["left", `delete from public.standings where organization_id = '${cast.organizations.south}'`],
    [
      "not wanted",
      "insert into public.notification_choices (person_id, kind, wanted) select id, 'items_due', false from public.people",
    ],
    [
      "night",
      "update public.people set time_zone = (select z.name from core.time_zones z where extract(hour from now() at time zone z.name) between 0 and 5 order by z.name limit 1)",
    ],
  ];
  for (const [name, sql] of tries) {
    await db.given("delete from public.messages where kind = 'items_due'");
    const undone = await db
      .given(
        `do $test$ begin
           ${sql};
           perform private.queue_items_due();
           if exists (select from public.messages where kind = 'items_due') then raise exception 'told: ${name}'; end if;
           raise exception 'undo';
         end $test$`,
      )
      .catch((error: Error) => error.message);
    expect(undone, name).toBe("undo");
  }
  expect(await queue(db)).toBe(1);
  // What is hidden when the letter is written is not in it.
  await db.given("update public.action_items set coalition_id = null where id = $1", [id]);
  expect(await read(db, cast.neighbor)).toEqual([]);
});

test("an ask that waits is told after three days, and not again the day after", async ({ db, cast }) => {
  await atNoon(db);
  await onlyOne(db, cast, "20 days", "asked");
  await db.given("update public.action_parts set asked_at = now() - interval '1 day'");
  expect(await queue(db)).toBe(0);
  await db.given("update public.action_parts set asked_at = now() - interval '4 days'");
  expect(await queue(db)).toBe(1);
  expect((await read(db, cast.neighbor))?.map(({ state }) => state)).toEqual(["asked"]);
  await db.given(
    "update public.messages set state = 'sent', queued_at = now() - interval '1 day', ended_at = now() - interval '1 day' where kind = 'items_due'",
  );
  expect(await queue(db)).toBe(0);
});
