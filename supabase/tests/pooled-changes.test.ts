import { expect } from "vitest";
import type { PersonName } from "./access/persons";
import { test } from "./support/cast";
import { call, errorOf, refusal, workshops } from "./support/pooled-calls";
import { addMetric } from "./support/pooled-totals";

test("the lead's editors change the words, the goal, the campaign and the last month, over what they have seen", async ({
  db,
  cast,
}) => {
  const { north, south, far } = cast.organizations;
  const { id, first, now } = await workshops(db);
  const { campaign, other } = await db.given<{ campaign: string; other: string }>(
    `select (select c.id from public.campaigns c where c.organization_id = $1 and c.name ->> 'en' = 'coalition') as campaign,
       (select c.id from public.campaigns c where c.organization_id = $2 limit 1) as other`,
    [north, far],
  );
  const content = { name: { en: "Workshops held" }, unit: { en: "evenings" }, goal: 500, last_month: now };
  const revise = (changed: object, seen = 1, person: PersonName = "editor", organization = north) =>
    call(db, cast[person], "revise_pooled_metric", id, organization, seen, { ...content, ...changed });
  for (const [changed, key] of [
    [{ last_month: first }, "month_already_counted"],
    [{ last_month: "2090-01-01" }, "month_not_valid"],
    [{ last_month: now.replace(/01$/, "15") }, "month_not_valid"],
    [{ goal: 0 }, "goal_out_of_range"],
    [{ unit: {} }, "required"],
    [{ campaign_id: other }, "campaign_not_there"],
    [{ goal: "many" }, "not_understood"],
    ...["minimum", "closing_day", "first_month", "time_zone", "coalition_id", "organization_id"].map(
      (term) => [{ [term]: null }, "metric_term_stays"] as const,
    ),
  ] as const) {
    expect(await errorOf(revise(changed)), key).toEqual(refusal(key));
  }
  for (const [person, organization, key] of [
    ["member", north, "not_allowed"],
    ["neighbor", south, "not_found"],
    ["neighbor", north, "not_found"],
    ["outsider", far, "not_found"],
    ["stranger", north, "not_found"],
  ] as const) {
    expect(await errorOf(revise({}, 1, person, organization)), `${person} ${key}`).toEqual(refusal(key));
    expect(await call(db, cast[person], "edit_pooled_metric", id, organization), person).toBeNull();
  }
  await revise({ campaign_id: campaign, about_registration: true });
  expect(await errorOf(revise({ goal: 7 }))).toEqual(refusal("metric_changed_meanwhile"));
  // A warning that stands is not taken away.
  await revise({ campaign_id: campaign, about_registration: false }, 2);
  expect(await call(db, cast.editor, "edit_pooled_metric", id, north)).toMatchObject({
    ...content,
    ...{ campaign_id: campaign, about_registration: true, version: 3, minimum: 3, total: 90 },
  });
  const seenBySouth = await call<object[]>(db, cast.neighbor, "organization_totals", south, id);
  expect(seenBySouth).toMatchObject([content]);
  expect(JSON.stringify(seenBySouth)).not.toContain('version": 3');
});

test("a count that has ended goes on when its last month is moved, and no published month ends it earlier", async ({
  db,
  cast,
}) => {
  const { north } = cast.organizations;
  const { now } = await workshops(db);
  const id = await addMetric(db, { name: "past", owner: north, coalition: cast.coalitions.plan, months: 4, last: 1 });
  const { last, earlier } = await db.given<{ last: string; earlier: string }>(
    `select last_month::text as last, (last_month - interval '1 month')::date::text as earlier
     from public.pooled_metrics where id = $1`,
    [id],
  );
  const revise = (month: string, seen: number) =>
    call(db, cast.editor, "revise_pooled_metric", id, north, seen, {
      ...{ name: { en: "past" }, unit: { en: "people" }, last_month: month },
    });
  expect(await errorOf(revise(earlier, 1))).toEqual(refusal("month_already_counted"));
  await revise(last, 1);
  await revise(now, 2);
  expect(await errorOf(revise(last, 3))).toEqual(refusal("month_already_counted"));
});

test("a lead that left the coalition says no more what is counted there, and nobody changes what totals stand on", async ({
  db,
  cast,
}) => {
  const { north } = cast.organizations;
  const { id, now } = await workshops(db);
  await expect(db.given("update public.pooled_metrics set closing_day = 2 where id = $1", [id])).rejects.toMatchObject({
    message: expect.stringContaining("never change"),
  });
  const patch = () => db.as(cast.editor, "update public.pooled_metrics set goal = 5 where id = $1 returning id", [id]);
  expect(await patch()).toHaveLength(1);
  await db.given("delete from public.standings where organization_id = $1", [north]);
  expect(await patch()).toEqual([]);
  const content = { name: { en: "Ours now" }, unit: { en: "people" }, last_month: now };
  expect(await errorOf(call(db, cast.editor, "revise_pooled_metric", id, north, 2, content))).toEqual(
    refusal("not_found"),
  );
  expect(await call(db, cast.editor, "edit_pooled_metric", id, north)).toBeNull();
});

test("the coalition's totals lead to the numbers of the reader's own organizations, and to nobody else's", async ({
  db,
  cast,
}) => {
  const mine = async (person: PersonName) =>
    (await call<{ mine: { slug: string }[] }>(db, cast[person], "coalition_totals", "plan")).mine.map(
      ({ slug }) => slug,
    );
  expect(await mine("viewer")).toEqual(["north"]);
  expect(await mine("neighbor")).toEqual(["south"]);
  expect(await mine("both")).toEqual(["north"]);
});

test("whoever left keeps its numbers under the words it knew, and reads no others; who comes back reads them", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const { id, now } = await workshops(db);
  const totals = () => call<{ own: object; handed: object }[]>(db, cast.neighbor, "organization_totals", south, id);
  const rows = () => db.as(cast.neighbor, "select from public.pooled_metrics where id = $1", [id]);
  const before = await totals();
  const left = await db.given<{ coalition_id: string }>(
    "delete from public.standings where organization_id = $1 returning coalition_id",
    [south],
  );
  const content = { name: { en: "Zinnia" }, unit: { en: "evenings" }, goal: 77, last_month: now };
  await call(db, cast.editor, "revise_pooled_metric", id, north, 1, content);
  const after = await totals();
  expect(after).toMatchObject([
    { name: { en: "workshops" }, unit: { en: "people" }, goal: 1000, total: 0, takes_part: false },
  ]);
  expect(after).toMatchObject(before.map(({ own, handed }) => ({ own, handed })));
  expect(JSON.stringify(after)).not.toMatch(/Zinnia|evenings/);
  expect(await rows()).toEqual([]);
  expect(await call(db, cast.outsider, "organization_totals", south, id)).toBeNull();
  await db.given("insert into public.standings (organization_id, coalition_id, kind) values ($1, $2, 'core')", [
    south,
    left.coalition_id,
  ]);
  expect(await totals()).toMatchObject([content]);
});
