import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { PersonName } from "./access/persons";
import { type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";
import { call, errorOf, refusal, workshops } from "./support/pooled-calls";
import { addMetric } from "./support/pooled-totals";

type Metric = {
  name: { en: string };
  total: number;
  is_lead: boolean;
  own: { month: string; amount: number }[];
  months: { month: string; closed: boolean; total: number | null; contributors: number | null }[];
  handed: { purpose: string; amount: number; from: { slug: string } | null }[];
};
const ownTotals = (db: TestDatabase, person: Cast[PersonName], organization: string) =>
  call<Metric[] | null>(db, person, "organization_totals", organization);

test("a coalition sees the total and how many counted, each its own number, and outsiders nothing at all", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const [shown] = (await call<{ metrics: Metric[] }>(db, cast.viewer, "coalition_totals", "plan")).metrics;
  expect(shown?.months[0]).toMatchObject({ total: 90, contributors: 3, closed: true });
  expect(shown?.months[1]).toMatchObject({ total: null, contributors: null });
  expect(JSON.stringify(shown)).not.toMatch(/amount|"(40|30|20)"|: (40|30|20)\b/);
  expect((await ownTotals(db, cast.neighbor, south))?.[0]?.own).toMatchObject([{ amount: 30 }]);
  expect((await ownTotals(db, cast.viewer, north))?.[0]?.own).toMatchObject([{ amount: 40 }]);
  for (const person of ["outsider", "stranger", "removed"] as const) {
    expect(await call(db, cast[person], "coalition_totals", "plan"), person).toBeNull();
    expect(await ownTotals(db, cast[person], north), person).toBeNull();
  }
  // Everyone may know of a listed coalition, and of its totals nobody outside.
  expect(await call(db, cast.viewer, "coalition_totals", "open")).toBeNull();
});

test("the lead sees no more than the others, but for what was handed to it until it is taken back", async ({
  db,
  cast,
}) => {
  const { north } = cast.organizations;
  const [metric] = (await ownTotals(db, cast.admin, north)) ?? [];
  expect(metric).toMatchObject({ is_lead: true, own: [{ amount: 40 }] });
  expect(metric?.handed).toMatchObject([{ purpose: "for the report", amount: 30, from: { slug: "south" } }]);
});

test("what comes late and what is corrected is in no total by itself, and what was published stands", async ({
  db,
  cast,
}) => {
  const { north, south, east } = cast.organizations;
  const { id, first, second } = await workshops(db);
  expect(await call(db, cast.neighbor, "enter_pooled_number", id, south, first, "35", 1)).toEqual({ version: 2 });
  for (const [organization, amount] of [
    [north, 4],
    [south, 3],
    [east, 2],
  ]) {
    await db.given(
      `insert into public.pooled_numbers (organization_id, owner_id, metric_id, month, amount, entered_at)
       select $1, m.organization_id, m.id, m.first_month + interval '1 month', $2, m.first_month from public.pooled_metrics m where m.id = $3`,
      [organization, amount, id],
    );
  }
  // The correction came after the second month closed, so it waits for the third; the second has its own numbers alone.
  await db.given("select private.close_months(date_trunc('month', now()) + interval '2 days')");
  const totals = () =>
    db.catalog<{ month: string; total: string }>(
      "select month::text, total::text from public.pooled_snapshots where metric_id = $1 order by month",
      [id],
    );
  const before = await totals();
  expect(before.map(({ total }) => total)).toEqual(["90", new Date().getUTCDate() > 1 ? "9" : expect.anything()]);
  await db.given("select private.close_months(date_trunc('month', now()) + interval '2 days')");
  expect(await totals()).toEqual(before);
  await expect(db.given("update public.pooled_snapshots set total = 91 where month = $1", [first])).rejects.toThrow();
  await expect(db.given("update public.pooled_numbers set amount = 91 where month = $1", [second])).rejects.toThrow();
});

test("fewer than the minimum, or a total that is one organization's, is not shown and not counted out", async ({
  db,
  cast,
}) => {
  const { north, south, east } = cast.organizations;
  for (const numbers of [
    { [north]: 5, [south]: 6 },
    { [north]: 5, [south]: 0, [east]: 0 },
    { [north]: 1, [south]: 1, [east]: 0 },
  ]) {
    const id = await addMetric(db, { name: "few", owner: north, coalition: cast.coalitions.plan });
    for (const [organization, amount] of Object.entries(numbers)) {
      await db.given(
        `insert into public.pooled_numbers (organization_id, owner_id, metric_id, month, amount, entered_at)
         select $1, m.organization_id, m.id, m.first_month, $2, m.first_month from public.pooled_metrics m where m.id = $3`,
        [organization, amount, id],
      );
    }
    await db.given("select private.close_months(date_trunc('month', now()) - interval '1 month' + interval '2 days')");
    expect(
      await db.given("select total, contributors from public.pooled_snapshots where metric_id = $1", [id]),
    ).toEqual({ total: null, contributors: null });
  }
});

test("a number is taken as it was typed or refused in a sentence of its own", async ({ db, cast }) => {
  const { id, now } = await workshops(db);
  const enter = (amount: string, seen = 0, month = now) =>
    call(db, cast.editor, "enter_pooled_number", id, cast.organizations.north, month, amount, seen);
  for (const [typed, key] of [
    ["-5", "number_negative"],
    ["1000000000000", "number_too_large"],
    ["3.7", "number_not_whole"],
    ["many", "number_not_a_number"],
    ["1e9", "number_not_a_number"],
    ["1,2", "number_not_a_number"],
    ["", "required"],
    ["9".repeat(50), "number_not_a_number"],
  ] as const) {
    expect(await errorOf(enter(typed)), typed).toEqual(refusal(key));
  }
  expect(await errorOf(enter("5", 0, "2020-01-01"))).toEqual(refusal("month_not_open"));
  expect(await enter(" 1,200 ")).toEqual({ version: 1 });
  expect(await enter("1200")).toEqual({ version: 1 });
  expect(await errorOf(enter("7"))).toEqual(refusal("number_changed_meanwhile"));
  expect(await enter("１２", 1)).toEqual({ version: 2 });
  expect(await enter("1000000000", 2)).toEqual({ version: 3 });
});

test("only who writes for an organization enters for it, and only while it stands in the coalition", async ({
  db,
  cast,
}) => {
  const { north, south, far } = cast.organizations;
  const { id, now } = await workshops(db);
  const enter = (person: PersonName, organization: string, metric = id) =>
    errorOf(call(db, cast[person], "enter_pooled_number", metric, organization, now, "5", 0));
  expect(await enter("member", north)).toEqual(refusal("not_allowed"));
  expect(await enter("editor", south)).toEqual(refusal("not_found"));
  expect(await enter("outsider", far)).toEqual(refusal("not_found"));
  expect(await enter("outsider", far, randomUUID())).toEqual(refusal("not_found"));
  await db.given("delete from public.standings where organization_id = $1", [south]);
  expect(await enter("neighbor", south)).toEqual(refusal("not_found"));
  expect((await ownTotals(db, cast.neighbor, south))?.[0]).toMatchObject({ own: [{ amount: 30 }], handed: [{}, {}] });
});

test("a hand-over that leaves the lead too few others is refused, whatever was taken back", async ({ db, cast }) => {
  const { south } = cast.organizations;
  const { id, first, now } = await workshops(db);
  const hand = (month: string) => errorOf(call(db, cast.neighbor, "hand_over_number", id, south, month, "report"));
  await db.given("delete from public.pooled_handovers");
  expect(await hand(first)).toEqual(refusal("would_reveal_another"));
  expect(await hand(now)).toEqual(refusal("number_not_published"));
  expect(await errorOf(call(db, cast.editor, "hand_over_number", id, south, first, "report"))).toEqual(
    refusal("not_found"),
  );
});

test("what is counted together is begun once, by whoever writes for an organization of the coalition, from three on", async ({
  db,
  cast,
}) => {
  const { south, far } = cast.organizations;
  const { now } = await workshops(db);
  const content = {
    ...{ coalition_id: cast.coalitions.plan, name: { en: "Drive" }, unit: { en: "forms" }, about_registration: true },
    ...{ minimum: 3, goal: null, first_month: now, last_month: now, closing_day: 5, time_zone: "UTC" },
  };
  const submission = randomUUID();
  const make = (changed: object, person: PersonName = "neighbor", organization = south) =>
    call<{ id: string }>(db, cast[person], "make_pooled_metric", organization, submission, { ...content, ...changed });
  for (const [changed, key] of [
    [{ minimum: 2 }, "minimum_out_of_range"],
    [{ goal: 0 }, "goal_out_of_range"],
    [{ closing_day: 31 }, "closing_day_out_of_range"],
    [{ last_month: "2020-01-01" }, "month_not_valid"],
    [{ first_month: "2020-01-01", last_month: "2020-02-01" }, "month_is_over"],
    [{ coalition_id: cast.coalitions.open }, "coalition_not_yours"],
    [{ name: {} }, "required"],
    [{ minimum: "three" }, "not_understood"],
    [{ time_zone: "Nowhere/Here" }, "choose_one"],
    [{ time_zone: "XYZ+5" }, "choose_one"],
  ] as const) {
    expect(await errorOf(make(changed)), key).toEqual(refusal(key));
  }
  expect(await errorOf(make({}, "member", cast.organizations.north))).toEqual(refusal("not_allowed"));
  expect(await errorOf(make({}, "outsider", far))).toEqual(refusal("coalition_not_yours"));
  const { id } = await make({});
  expect(await make({})).toEqual({ id });
});
