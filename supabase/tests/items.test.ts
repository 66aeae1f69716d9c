import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { PersonName } from "./access/persons";
import { test } from "./support/cast";
import { accountOf, answer, call, content, idOf, make, read, refusal } from "./support/item-calls";
import { addItem } from "./support/items";

test("the lead sees how far south is, and neither its note nor its ticks nor who does it", async ({ db, cast }) => {
  const id = await idOf(db, "flyers");
  const { south } = cast.organizations;
  await answer(db, cast.neighbor, id, south, {
    ...{
      status: "doing",
      note: "Zinnia",
      link: "https://zinnia.example/",
      assignee_id: accountOf(cast.neighbor),
      ticks: [],
    },
  });
  const seen = await read(db, cast.admin, id);
  expect(seen?.parts).toMatchObject([
    { organization: { slug: "north" }, status: "accepted" },
    { organization: { slug: "south" }, status: "doing" },
  ]);
  expect(JSON.stringify(seen)).not.toMatch(/zinnia/i);
  expect(JSON.stringify(seen)).not.toContain(accountOf(cast.neighbor));
  expect(seen?.own).toMatchObject([{ status: "accepted", note: "" }]);
  expect((await read(db, cast.neighbor, id))?.own).toMatchObject([{ note: "Zinnia", status: "doing" }]);
});

test("who is neither asked nor of the coalition finds nothing, and is refused alike for what is there and what is not", async ({
  db,
  cast,
}) => {
  const { far, south } = cast.organizations;
  const hidden = [await idOf(db, "kept"), await idOf(db, "of east"), randomUUID()];
  for (const id of hidden) {
    expect(await read(db, cast.neighbor, id)).toBeNull();
    for (const [name, args] of [
      ["take_part", [id, south]],
      ["save_part", [id, south, 1, {}]],
      ["close_item", [id, south, true]],
      ["remove_item", [id, south]],
      ["ask_for_parts", [id, south, true, "{}"]],
      ["revise_item", [id, south, 1, content()]],
    ] as const) {
      await expect(call(db, cast.neighbor, name, ...args), name).rejects.toEqual(refusal("PT404", "not_found"));
    }
    expect(await call(db, cast.neighbor, "edit_item", id, south)).toBeNull();
    expect(await call(db, cast.neighbor, "edit_part", id, south)).toBeNull();
  }
  for (const person of ["outsider", "stranger", "removed", "signedOut"] as const) {
    expect(await call(db, cast[person], "coalition_items", "plan"), person).toBeNull();
    expect(await read(db, cast[person], await idOf(db, "phones")), person).toBeNull();
  }
  await expect(call(db, cast.outsider, "take_part", await idOf(db, "phones"), far)).rejects.toEqual(
    refusal("PT404", "not_found"),
  );
});

test("an organization that leaves the coalition sees the item no longer, keeps its part, and is told of no more", async ({
  db,
  cast,
}) => {
  const { south } = cast.organizations;
  const id = await idOf(db, "flyers");
  await answer(db, cast.neighbor, id, south, { status: "done", note: "Ours" });
  await db.given("delete from public.standings where organization_id = $1", [south]);
  expect(await read(db, cast.neighbor, id)).toBeNull();
  const mine = await db.as(
    cast.neighbor,
    "select p.status, n.note from public.action_parts p join public.action_part_notes n using (organization_id, owner_id, item_id)",
  );
  expect(mine).toEqual([{ status: "done", note: "Ours" }]);
  await expect(db.as(cast.neighbor, "update public.action_parts set status = 'doing'")).rejects.toEqual(
    refusal("PT404", "not_found"),
  );
  expect((await read(db, cast.admin, id))?.parts).toMatchObject([{ organization: { slug: "north" } }]);
  // It has answered, and what it keeps would go with the item.
  await expect(call(db, cast.admin, "remove_item", id, cast.organizations.north)).rejects.toEqual(
    refusal("PT409", "item_answered"),
  );
});

test("an organization that comes back to the coalition has its parts there again, for all to see", async ({
  db,
  cast,
}) => {
  const { south } = cast.organizations;
  const id = await idOf(db, "flyers");
  const left = await db.given<{ coalition_id: string }>(
    "delete from public.standings where organization_id = $1 returning coalition_id",
    [south],
  );
  await db.given("insert into public.standings (organization_id, coalition_id, kind) values ($1, $2, 'core')", [
    south,
    left.coalition_id,
  ]);
  expect((await read(db, cast.admin, id))?.parts).toContainEqual(
    expect.objectContaining({ organization: expect.objectContaining({ slug: "south" }) }),
  );
});

test("when the lead leaves the coalition, it alone sees the item, and nobody can be asked any more", async ({
  db,
  cast,
}) => {
  const { north, east } = cast.organizations;
  const id = await idOf(db, "phones");
  await db.given("delete from public.standings where organization_id = $1", [north]);
  expect(await read(db, cast.neighbor, id)).toBeNull();
  expect(await read(db, cast.admin, id)).toMatchObject({ parts: [] });
  await expect(call(db, cast.admin, "ask_for_parts", id, north, false, `{${east}}`)).rejects.toEqual(
    refusal("PT422", "recipient_not_in_coalition"),
  );
  expect(await call(db, cast.admin, "ask_for_parts", id, north, true, "{}")).toMatchObject({ asked: 0 });
});

test("one press asks all lead and core members, a second one nobody again, and answers stay", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const { id } = await make(db, cast, { ask: "core", takes_part: true });
  const slugs = async () => (await read(db, cast.viewer, id))?.parts.map((p) => [p.organization.slug, p.status]);
  expect(await slugs()).toEqual([
    ["south", "asked"],
    ["north", "accepted"],
  ]);
  await answer(db, cast.neighbor, id, south, { status: "declined" });
  expect(await call(db, cast.editor, "ask_for_parts", id, north, true, "{}")).toMatchObject({ asked: 0 });
  expect(await slugs()).toContainEqual(["south", "declined"]);
});

test("asking all core members is offered to the lead's editors alone, and only while one has not been asked", async ({
  db,
  cast,
}) => {
  const { north } = cast.organizations;
  const { id } = await make(db, cast, { ask: "nobody", takes_part: true, audience: "coalition" });
  const offered = async (person: PersonName) => (await read(db, cast[person], id))?.may_ask_core;
  expect([await offered("editor"), await offered("viewer"), await offered("neighbor")]).toEqual([true, false, false]);
  await call(db, cast.editor, "close_item", id, north, true);
  expect(await offered("editor")).toBe(false);
  await call(db, cast.editor, "close_item", id, north, false);
  await call(db, cast.editor, "ask_for_parts", id, north, true, "{}");
  expect(await offered("editor")).toBe(false);
});

test("an ask to an organization that has left is taken back by the lead, and what it had answered stays", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const [{ id }, answered] = [await make(db, cast, { ask: "core" }), await make(db, cast, { ask: "core" })];
  await answer(db, cast.neighbor, answered.id, south, { status: "accepted" });
  const left = await db.given<{ coalition_id: string }>(
    "delete from public.standings where organization_id = $1 returning coalition_id",
    [south],
  );
  const gone = async (person: PersonName, item = id) => (await read(db, cast[person], item))?.asked_and_left;
  expect(await gone("editor")).toEqual([south]);
  expect(await gone("editor", answered.id)).toEqual([]);
  expect(await gone("viewer")).toEqual([]);
  await expect(call(db, cast.viewer, "take_back_ask", id, north, south)).rejects.toEqual(
    refusal("PT403", "not_allowed"),
  );
  for (const item of [id, answered.id]) await call(db, cast.editor, "take_back_ask", item, north, south);
  expect(await gone("editor")).toEqual([]);
  await db.given("insert into public.standings (organization_id, coalition_id, kind) values ($1, $2, 'core')", [
    south,
    left.coalition_id,
  ]);
  expect((await read(db, cast.editor, id))?.parts).toEqual([]);
  expect((await read(db, cast.editor, answered.id))?.parts).toMatchObject([{ status: "accepted" }]);
});

test("nobody outside the coalition can be asked, in the same words whether there or not", async ({ db, cast }) => {
  const { north, far } = cast.organizations;
  const id = await idOf(db, "kept");
  for (const asked of [far, randomUUID()]) {
    await expect(call(db, cast.editor, "ask_for_parts", id, north, false, `{${asked}}`)).rejects.toEqual(
      refusal("PT422", "recipient_not_in_coalition"),
    );
  }
  await expect(make(db, cast, { ask: "chosen", recipients: [far] })).rejects.toEqual(
    refusal("PT422", "recipient_not_in_coalition"),
  );
  const [{ count } = { count: 1 }] = await db.catalog<{ count: number }>(
    "select count(*)::integer from public.action_items where title ->> 'en' = 'Hall'",
  );
  expect(count).toBe(0);
});

test("whoever sees an item of the coalition takes a part by itself; a repeated press changes nothing", async ({
  db,
  cast,
}) => {
  const { south } = cast.organizations;
  const id = await idOf(db, "phones");
  expect((await read(db, cast.neighbor, id))?.may_take).toMatchObject([{ slug: "south" }]);
  await call(db, cast.neighbor, "take_part", id, south);
  await answer(db, cast.neighbor, id, south, { status: "doing", note: "On Friday" });
  await call(db, cast.neighbor, "take_part", id, south);
  expect((await read(db, cast.neighbor, id))?.own).toMatchObject([{ status: "doing", note: "On Friday" }]);
  await expect(call(db, cast.viewer, "take_part", id, cast.organizations.north)).rejects.toEqual(
    refusal("PT403", "not_allowed"),
  );
});

test("a status goes on by the rule, for every writer, and nothing is answered with being asked", async ({
  db,
  cast,
}) => {
  const allowed = {
    asked: ["accepted", "declined", "doing", "done"],
    accepted: ["cannot", "doing", "done"],
    declined: ["accepted", "doing", "done"],
    doing: ["accepted", "cannot", "done"],
    done: ["doing"],
    cannot: ["accepted", "doing", "done"],
  };
  const statuses = Object.keys(allowed) as (keyof typeof allowed)[];
  for (const from of statuses) {
    for (const to of statuses.filter((one) => one !== from)) {
      const id = await addItem(db, {
        ...{ title: from, owner: cast.organizations.north, coalition: cast.coalitions.plan },
        parts: [[cast.organizations.south, from]],
      });
      const tried = db.as(cast.neighbor, "update public.action_parts set status = $1 where item_id = $2", [to, id]);
      if (allowed[from].includes(to)) await tried;
      else await expect(tried, `${from} to ${to}`).rejects.toEqual(refusal("PT409", "status_not_next"));
    }
  }
});

test("the lead takes back what waits, and is told when it was answered meanwhile", async ({ db, cast }) => {
  const { north, south, east } = cast.organizations;
  const id = await idOf(db, "flyers");
  await call(db, cast.editor, "take_back_ask", id, north, south);
  await call(db, cast.editor, "take_back_ask", id, north, south);
  expect(await read(db, cast.neighbor, id)).toBeNull();
  await expect(call(db, cast.editor, "take_back_ask", await idOf(db, "phones"), north, east)).rejects.toEqual(
    refusal("PT409", "part_answered"),
  );
});
