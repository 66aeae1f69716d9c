import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { PersonName } from "./access/persons";
import { addOrganization, type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";
import { addMetric } from "./support/pooled-totals";

type Page = { name: { en: string }; version: number | null; coalition: { slug: string } | null };
type Form = { version: number; coalition_id: string; recipients: string[]; starts_on: string };

const refusal = (message: string, status: number, field?: string) =>
  expect.objectContaining({
    code: `PT${status}`,
    message,
    detail: field === undefined ? expect.anything() : expect.stringContaining(`"${field}"`),
  });
async function call<Answer>(db: TestDatabase, person: Cast[PersonName], name: string, ...args: unknown[]) {
  const places = args.map((_, at) => `$${at + 1}`).join(", ");
  const [row] = await db.as<{ answer: Answer }>(person, `select public.${name}(${places}) as answer`, args);
  return row?.answer as Answer;
}
const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
const idOf = async (db: TestDatabase, name: string) =>
  (await db.given<{ id: string }>("select id from public.campaigns where name ->> 'en' = $1", [name])).id;
const page = (db: TestDatabase, person: Cast[PersonName], id: string) =>
  call<Page | null>(db, person, "read_campaign", id);
const content = ({ coalitions }: Cast, changed: object = {}) => ({
  ...{ part: "hotline", name: { en: "Night shifts", ko: "야간 당번" }, goal: { en: "Somebody answers." } },
  ...{ coalition_id: coalitions.plan, starts_on: "2026-10-01", ends_on: null, ...changed },
});
const begin = (db: TestDatabase, cast: Cast, changed: object = {}, submission = randomUUID()) =>
  call<{ id: string }>(db, cast.editor, "begin_campaign", cast.organizations.north, submission, content(cast, changed));
const revise = async (db: TestDatabase, cast: Cast, id: string, changed: object) => {
  const { north } = cast.organizations;
  const form = await call<Form>(db, cast.editor, "edit_campaign", id, north);
  return call(db, cast.editor, "revise_campaign", id, north, form.version, { ...form, ...changed });
};

test("a new campaign is its lead's alone, and is seen by whom it is named to until the name is taken back", async ({
  db,
  cast,
}) => {
  const { id } = await begin(db, cast);
  expect(await page(db, cast.viewer, id)).toMatchObject({ name: { en: "Night shifts" }, coalition: { slug: "plan" } });
  expect(await page(db, cast.neighbor, id)).toBeNull();
  await revise(db, cast, id, { audience: "named", recipients: [cast.organizations.south] });
  expect(await page(db, cast.neighbor, id)).toMatchObject({ name: { en: "Night shifts" }, version: null });
  expect(await page(db, cast.outsider, id)).toBeNull();
  // Who is named to learns of its own name alone.
  expect(
    await db.as(cast.neighbor, "select recipient_id from public.campaign_shares where campaign_id = $1", [id]),
  ).toEqual([{ recipient_id: cast.organizations.south }]);
  await revise(db, cast, id, { audience: "named", recipients: [cast.organizations.east] });
  expect(await page(db, cast.neighbor, id)).toBeNull();
});

test("a form that arrives twice begins one campaign", async ({ db, cast }) => {
  const submission = randomUUID();
  const first = await begin(db, cast, {}, submission);
  expect(await begin(db, cast, { name: { en: "Other" } }, submission)).toEqual(first);
});

test("who is in no coalition with the lead is refused in the same words as who is not there", async ({ db, cast }) => {
  const named = (recipient: string) => begin(db, cast, { audience: "named", recipients: [recipient] });
  const hidden = await errorOf(named(cast.organizations.far));
  expect(hidden).toEqual(refusal("recipient_not_in_coalition", 422, "recipients"));
  const { code, message, detail } = (await errorOf(named(randomUUID()))) as Record<string, unknown>;
  expect({ code, message, detail }).toMatchObject({
    code: (hidden as { code: string }).code,
    message: (hidden as { message: string }).message,
    detail: (hidden as { detail: string }).detail,
  });
});

test("nobody outside learns whose plan a campaign serves, nor how often it changed", async ({ db, cast }) => {
  const id = await idOf(db, "everyone");
  expect(await page(db, cast.visitor, id)).toMatchObject({ version: null, coalition: null });
  expect(await page(db, cast.outsider, id)).toMatchObject({ version: null, coalition: null });
  for (const column of ["coalition_id", "version", "created_at"]) {
    expect(await errorOf(db.as(cast.admin, `select ${column} from public.campaigns`)), column).toMatchObject({
      code: "42501",
    });
  }
});

test("an organization that leaves the coalition loses what was named to it and what was for the coalition", async ({
  db,
  cast,
}) => {
  const [named, coalition, everyone] = [
    await idOf(db, "named"),
    await idOf(db, "coalition"),
    await idOf(db, "everyone"),
  ];
  expect(await page(db, cast.neighbor, named)).not.toBeNull();
  await db.given("delete from public.standings where organization_id = $1", [cast.organizations.south]);
  for (const id of [named, coalition]) expect(await page(db, cast.neighbor, id)).toBeNull();
  expect(await page(db, cast.neighbor, everyone)).toMatchObject({ coalition: null });
});

test("a lead that leaves keeps its campaigns, and the coalition no longer sees them", async ({ db, cast }) => {
  const id = await idOf(db, "coalition");
  await db.given("delete from public.standings where organization_id = $1", [cast.organizations.north]);
  expect(await page(db, cast.neighbor, id)).toBeNull();
  expect(await page(db, cast.viewer, id)).toMatchObject({ name: { en: "coalition" }, coalition: null });
});

test("the later of two editors is told, and nothing of the earlier is lost", async ({ db, cast }) => {
  const { north } = cast.organizations;
  const id = await idOf(db, "owner");
  const form = await call<Form>(db, cast.editor, "edit_campaign", id, north);
  await call(db, cast.editor, "revise_campaign", id, north, form.version, { ...form, name: { en: "First" } });
  const later = call(db, cast.admin, "revise_campaign", id, north, form.version, { ...form, name: { en: "Second" } });
  expect(await errorOf(later)).toEqual(refusal("changed_meanwhile", 409));
  const out = { outcome: "won", outcome_on: "2026-11-01", outcome_reason: { en: "Done" } };
  expect(await errorOf(call(db, cast.admin, "conclude_campaign", id, north, form.version, out))).toEqual(
    refusal("changed_meanwhile", 409),
  );
  expect(await page(db, cast.viewer, id)).toMatchObject({ name: { en: "First" } });
});

test("a campaign comes out with a day and a reason, and can run again", async ({ db, cast }) => {
  const { north } = cast.organizations;
  const { id } = await begin(db, cast);
  const version = async () => (await page(db, cast.editor, id))?.version;
  const conclude = async (out: object) =>
    call(db, cast.editor, "conclude_campaign", id, north, await version(), { outcome: "won", ...out });
  const day = { outcome_on: "2026-11-02" };
  expect(await errorOf(conclude(day))).toEqual(refusal("required", 422, "outcome_reason"));
  const reason = { outcome_reason: { ko: "없어졌어요" } };
  expect(await errorOf(conclude(reason))).toEqual(refusal("required", 422, "outcome_on"));
  const early = { ...reason, outcome_on: "2026-09-30" };
  expect(await errorOf(conclude(early))).toEqual(refusal("came_out_before_it_began", 422, "outcome_on"));
  const late = { ...reason, outcome_on: "2098-01-01" };
  expect(await errorOf(conclude(late))).toEqual(refusal("day_not_yet_come", 422, "outcome_on"));
  expect(await errorOf(conclude({ ...reason, ...day, outcome: null }))).toEqual(refusal("choose_one", 422, "outcome"));
  expect(await errorOf(call(db, cast.editor, "reopen_campaign", id, north, await version()))).toEqual(
    refusal("campaign_runs", 409),
  );
  await conclude({ ...reason, ...day });
  expect(await page(db, cast.viewer, id)).toMatchObject({ outcome: "won", outcome_on: "2026-11-02", ...reason });
  await call(db, cast.editor, "reopen_campaign", id, north, await version());
  expect(await page(db, cast.viewer, id)).toMatchObject({ outcome: null, outcome_on: null, outcome_reason: {} });
});

test("what cannot be is refused with its field", async ({ db, cast }) => {
  for (const [changed, key, field] of [
    [{ name: {} }, "required", "name"],
    [{ name: { en: "x".repeat(121) } }, "too_long", "name.en"],
    [{ goal: { ko: "x".repeat(1001) } }, "too_long", "goal.ko"],
    [{ part: null }, "choose_one", "part"],
    [{ starts_on: null }, "required", "starts_on"],
    [{ starts_on: "1999-12-31" }, "date_far_away", "starts_on"],
    [{ ends_on: "2100-01-01" }, "date_far_away", "ends_on"],
    [{ ends_on: "2026-09-30" }, "last_day_before_first", "ends_on"],
    [{ coalition_id: cast.coalitions.open }, "coalition_not_yours", "coalition_id"],
    [{ coalition_id: null }, "coalition_not_yours", "coalition_id"],
    [{ audience: "named", recipients: [] }, "named_needs_recipients", "recipients"],
    [{ audience: "named", recipients: ["no uuid"] }, "not_understood", "recipients"],
  ] as const) {
    expect(await errorOf(begin(db, cast, changed)), JSON.stringify(changed)).toEqual(refusal(key, 422, field));
  }
  for (const odd of [{ part: "party" }, { starts_on: "2026-02-30" }, { audience: "all" }]) {
    expect(await errorOf(begin(db, cast, odd)), JSON.stringify(odd)).toMatchObject({ message: "not_understood" });
  }
});

test("who may not write for the lead is refused by name, and outsiders as of nothing", async ({ db, cast }) => {
  const { north } = cast.organizations;
  const id = await idOf(db, "coalition");
  const out = { outcome: "ended", outcome_on: "2026-11-02", outcome_reason: { en: "Over" } };
  for (const [person, code] of [
    ["viewer", "PT403"],
    ["member", "PT403"],
    ["neighbor", "PT404"],
    ["outsider", "PT404"],
    ["stranger", "PT404"],
  ] as const) {
    expect(await call(db, cast[person], "edit_campaign", id, north), person).toBeNull();
    for (const attempt of [
      () => call(db, cast[person], "begin_campaign", north, randomUUID(), content(cast)),
      () => call(db, cast[person], "revise_campaign", id, north, 1, content(cast)),
      () => call(db, cast[person], "conclude_campaign", id, north, 1, out),
      () => call(db, cast[person], "reopen_campaign", id, north, 1),
      () => call(db, cast[person], "discard_campaign", id, north, 1),
    ]) {
      expect(await errorOf(attempt()), `${person} ${attempt}`).toMatchObject({ code });
    }
  }
});

test("a deleted campaign lets go of what was counted for it", async ({ db, cast }) => {
  const { north } = cast.organizations;
  const { id } = await begin(db, cast);
  const metric = await addMetric(db, { name: "hours", owner: north, coalition: cast.coalitions.plan });
  await db.given("update public.pooled_metrics set campaign_id = $1 where id = $2", [id, metric]);
  await call(db, cast.editor, "discard_campaign", id, north, (await page(db, cast.editor, id))?.version);
  expect(await page(db, cast.editor, id)).toBeNull();
  expect(await db.given("select campaign_id from public.pooled_metrics where id = $1", [metric])).toEqual({
    campaign_id: null,
  });
});

test("a campaign of a coalition that one is not in is no campaign of one's own", async ({ db, cast }) => {
  const both = await addOrganization(db, "between", cast.coalitions.plan);
  await db.given("insert into public.standings (organization_id, coalition_id, kind) values ($1, $2, 'core')", [
    both,
    cast.coalitions.open,
  ]);
  await db.given(
    "insert into public.memberships select $1, p.id, 'editor' from public.people p where p.display_name = 'neighbor'",
    [both],
  );
  const { id } = await call<{ id: string }>(db, cast.neighbor, "begin_campaign", both, randomUUID(), {
    ...content(cast, { coalition_id: cast.coalitions.plan, audience: "named", recipients: [cast.organizations.far] }),
  });
  // Far shares the other coalition with the lead: it sees the campaign, and not whose plan it serves.
  expect(await page(db, cast.outsider, id)).toMatchObject({ name: { en: "Night shifts" }, coalition: null });
});

test("something to do for a campaign is begun from its page and from the board by whoever writes in its coalition", async ({
  db,
  cast,
}) => {
  type Led = { writes_for: { slug: string }[] };
  const id = await idOf(db, "everyone");
  const offered = async (person: PersonName) => {
    const [campaign, board] = [
      await call<Led>(db, cast[person], "read_campaign", id),
      person === "visitor" ? null : await call<Led | null>(db, cast[person], "plan_board", "plan"),
    ];
    return [campaign.writes_for, board?.writes_for ?? []].map((all) => all.map(({ slug }) => slug));
  };
  expect(await offered("editor")).toEqual([["north"], ["north"]]);
  expect(await offered("neighbor")).toEqual([["south"], ["south"]]);
  for (const person of ["visitor", "viewer", "member", "outsider", "stranger"] as const) {
    expect(await offered(person), person).toEqual([[], []]);
  }
});
