import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { PersonName } from "./access/persons";
import { type Cast, test } from "./support/cast";
import { answerOf } from "./support/everything-seen";
import { accountOf, answer, call, content, type Item, idOf, make, read, refusal } from "./support/item-calls";
import { addItem } from "./support/items";

test("the later of two clerks is told, and what stands already is not refused", async ({ db, cast }) => {
  const { south } = cast.organizations;
  const id = await idOf(db, "flyers");
  const first = { status: "accepted", note: "First" };
  const before = (await read(db, cast.neighbor, id))?.own[0]?.version;
  await call(db, cast.neighbor, "save_part", id, south, before, first);
  await expect(
    call(db, cast.neighbor, "save_part", id, south, before, { status: "done", note: "Second" }),
  ).rejects.toEqual(refusal("PT409", "part_changed_meanwhile"));
  const { version } = await call<{ version: number }>(db, cast.neighbor, "save_part", id, south, before, first);
  await call(db, cast.neighbor, "save_part", id, south, version, { status: "done", note: "Second" });
  expect((await read(db, cast.neighbor, id))?.own).toMatchObject([{ status: "done", note: "Second" }]);
});

test("a part is given to members of the own organization alone, and to nobody once they are gone", async ({
  db,
  cast,
}) => {
  const { north } = cast.organizations;
  const id = await idOf(db, "flyers");
  for (const person of [accountOf(cast.neighbor), accountOf(cast.removed), randomUUID()]) {
    await expect(answer(db, cast.editor, id, north, { assignee_id: person })).rejects.toEqual(
      refusal("PT422", "assignee_not_member"),
    );
  }
  await answer(db, cast.editor, id, north, { assignee_id: accountOf(cast.member) });
  await db.as(cast.admin, "delete from public.memberships where person_id = $1", [accountOf(cast.member)]);
  const [note] = await db.as(cast.editor, "select assignee_id, note from public.action_part_notes where item_id = $1", [
    id,
  ]);
  expect(note).toEqual({ assignee_id: null, note: "" });
});

test("what is closed takes no answers until it is open again, and can be closed twice", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const id = await idOf(db, "flyers");
  await call(db, cast.editor, "close_item", id, north, true);
  await call(db, cast.editor, "close_item", id, north, true);
  await expect(answer(db, cast.neighbor, id, south, { status: "done" })).rejects.toEqual(
    refusal("PT409", "item_closed"),
  );
  await expect(call(db, cast.editor, "ask_for_parts", id, north, true, "{}")).rejects.toEqual(
    refusal("PT409", "item_closed"),
  );
  await call(db, cast.editor, "close_item", id, north, false);
  await answer(db, cast.neighbor, id, south, { status: "done" });
});

test("a moment that the clocks skip is refused, one that they show twice is asked back, and no half item is left", async ({
  db,
  cast,
}) => {
  const skipped = { due_local: "2030-03-10T02:30" };
  const repeated = { due_local: "2030-11-03T01:30" };
  await expect(make(db, cast, skipped)).rejects.toEqual(refusal("PT422", "local_time_skipped"));
  await expect(make(db, cast, repeated)).rejects.toEqual(refusal("PT422", "local_time_repeated"));
  const { id } = await make(db, cast, { ...repeated, due_fold: 1, title: { en: "Later" } });
  expect(new Date((await read(db, cast.editor, id))?.due_at ?? 0).toISOString()).toBe("2030-11-03T07:30:00.000Z");
  for (const [more, message] of [
    [{ steps: Array.from({ length: 200 }, (_, at) => ({ en: `Step ${at}` })) }, "too_many"],
    [{ title: { en: "x".repeat(121) } }, "too_long"],
    [{ description: { ko: "가".repeat(4001) } }, "too_long"],
    [{ title: {} }, "required"],
    [{ steps: [{ en: "x".repeat(201) }] }, "too_long"],
    [{ coalition_id: cast.coalitions.open }, "coalition_not_yours"],
    [{ audience: "everyone" }, "not_understood"],
    [{ time_zone: "Mars/Olympus" }, "unknown_time_zone"],
  ] as const) {
    await expect(make(db, cast, more), message).rejects.toEqual(refusal("PT422", message));
  }
  const [{ titles } = { titles: [] }] = await db.catalog<{ titles: string[] }>(
    "select array_agg(title ->> 'en' order by 1) as titles from public.action_items where due_at > '2030-01-01'",
  );
  expect(titles).toEqual(["Later"]);
});

test("a form sent twice makes one item, with one checklist and one ask each", async ({ db, cast }) => {
  const submission = randomUUID();
  const more = { ask: "core", steps: [{ en: "one" }, { en: "two" }] };
  const first = await make(db, cast, more, submission);
  expect(await make(db, cast, more, submission)).toEqual(first);
  const item = await read(db, cast.editor, first.id);
  expect([item?.steps.length, item?.parts.length]).toEqual([2, 1]);
});

test("what was ticked stays ticked while its step stands, mended or moved, and goes with it", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const { id } = await make(db, cast, { ask: "core", steps: [{ en: "one" }, { en: "two" }, { en: "three" }] });
  const steps = (await read(db, cast.editor, id))?.steps ?? [];
  await answer(db, cast.neighbor, id, south, { status: "doing", ticks: steps.map((step) => step.id) });
  const revise = async (version: number, ...labels: string[]) => {
    await call(
      ...[db, cast.editor, "revise_item", id, north, version],
      content({ steps: labels.map((en) => ({ en })) }),
    );
    const item = await read(db, cast.neighbor, id);
    return item?.steps.map((step) => [step.label.en, item.own[0]?.ticks.includes(step.id)]);
  };
  expect(await revise(1, "three", "Two", "one")).toEqual([
    ["three", true],
    ["Two", true],
    ["one", true],
  ]);
  const { version } = await call<{ version: number }>(db, cast.editor, "edit_item", id, north);
  expect(await revise(version, "one", "four")).toEqual([
    ["one", true],
    ["four", false],
  ]);
  await expect(revise(version, "one")).rejects.toEqual(refusal("PT409", "item_changed_meanwhile"));
});

test("nobody ticks a step of an item they do not see, nor for another organization", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const id = await idOf(db, "flyers");
  const [step] = (await read(db, cast.editor, id))?.steps ?? [];
  const tick = (person: Cast[PersonName], organization: string, stepId = step?.id) =>
    db.as(
      person,
      "insert into public.action_ticks (organization_id, owner_id, item_id, step_id) values ($1, $2, $3, $4)",
      [organization, north, id, stepId],
    );
  await expect(tick(cast.neighbor, north)).rejects.toEqual(expect.objectContaining({ code: "42501" }));
  await expect(tick(cast.neighbor, south, randomUUID())).rejects.toEqual(refusal("PT404", "not_found"));
  await expect(tick(cast.outsider, cast.organizations.far)).rejects.toEqual(refusal("PT404", "not_found"));
});

test("lists and the calendar show what is seen, late first, and nothing of what is hidden", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  await addItem(db, {
    ...{ title: "late", owner: north, coalition: cast.coalitions.plan, audience: "coalition", due: "-3 days" },
    parts: [[south, "doing"]],
  });
  type Listed = { total: number; items: Item[]; columns: Record<string, { total: number }> | null };
  const titles = ({ items }: Listed) => items.map(({ title }) => title.en);
  const list = (filters: object, board = false) =>
    call<Listed>(db, cast.neighbor, "coalition_items", "plan", filters, board);
  expect(titles(await list({}))).toEqual(["late", "flyers", "phones"]);
  expect((await list({})).total).toBe(3);
  expect(titles(await list({ late: true }))).toEqual(["late"]);
  expect(titles(await list({ organization: "east" }))).toEqual(["phones"]);
  expect(titles(await list({ organization: "far" }))).toEqual([]);
  expect((await list({}, true)).columns).toMatchObject({
    asked: { total: 1 },
    accepted: { total: 1 },
    doing: { total: 2 },
  });
  const ours = await call<{ asked: Item[]; items: Item[] }>(db, cast.neighbor, "organization_items", south);
  expect([ours.asked.map(({ title }) => title.en), ours.items.map(({ title }) => title.en)]).toEqual([
    ["flyers"],
    ["late"],
  ]);

  const onCalendar = async (person: Cast[PersonName], sql: string, ...values: string[]) => {
    const { items = [] } = JSON.parse(await answerOf(db, person, `select ${sql} as answer`, values)) ?? {};
    return (items as Item[]).map(({ title }) => title.en).sort();
  };
  const days = "current_date - 10, current_date + 20";
  const own = `public.organization_calendar($1, ${days})`;
  expect(await onCalendar(cast.neighbor, own, south)).toEqual(["flyers", "late", "phones"]);
  expect(await onCalendar(cast.viewer, own, north)).toEqual(["flyers", "kept", "late", "phones"]);
  expect(await onCalendar(cast.neighbor, `public.coalition_calendar('plan', ${days})`)).toEqual([
    "flyers",
    "late",
    "phones",
  ]);
  for (const person of ["visitor", "stranger", "neighbor"] as const) {
    expect(await onCalendar(cast[person], `public.coalition_calendar('open', ${days})`), person).toEqual([]);
  }
  expect(await onCalendar(cast.outsider, `public.coalition_calendar('open', ${days})`)).toEqual(["theirs"]);
});

test("an item serves a campaign that its lead sees, and says so only to those who see that campaign", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const campaign = async (name: string) =>
    (await db.given<{ id: string }>("select id from public.campaigns where name ->> 'en' = $1", [name])).id;
  const shown = async (person: "editor" | "neighbor", id: string) =>
    (await call<{ campaign: { name: { en: string } } | null }>(db, cast[person], "read_item", id)).campaign?.name.en;
  const { id } = await make(db, cast, { ask: "core", audience: "coalition", campaign_id: await campaign("owner") });
  expect([await shown("editor", id), await shown("neighbor", id)]).toEqual(["owner", undefined]);
  const listed = await call(db, cast.neighbor, "coalition_items", "plan", { campaign: await campaign("owner") });
  expect(listed).toMatchObject({ total: 0, items: [], campaigns: [] });
  await expect(
    db.as(cast.neighbor, "select campaign_id from public.action_items where id = $1", [id]),
  ).rejects.toMatchObject({ code: "42501" });

  await call(db, cast.editor, "revise_item", id, north, 1, content({ campaign_id: await campaign("named") }));
  expect([await shown("editor", id), await shown("neighbor", id)]).toEqual(["named", "named"]);
  for (const hidden of [await campaign("theirs"), randomUUID()]) {
    await expect(make(db, cast, { campaign_id: hidden })).rejects.toEqual(refusal("PT422", "campaign_not_there"));
  }
  // A campaign that the writer sees no longer is not left by a form that cannot show it.
  const of = await call<{ id: string }>(db, cast.neighbor, "make_item", south, randomUUID(), {
    ...content({ campaign_id: await campaign("named") }),
    coalition_id: cast.coalitions.plan,
  });
  await db.given("update public.campaigns set audience = 'owner' where name ->> 'en' = 'named'");
  await call(db, cast.neighbor, "revise_item", of.id, south, 1, content());
  const { kept } = await db.given<{ kept: boolean }>(
    "select campaign_id is not null as kept from public.action_items where id = $1",
    [of.id],
  );
  expect(kept).toBe(true);
});
