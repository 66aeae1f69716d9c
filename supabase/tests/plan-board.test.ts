import { expect } from "vitest";
import type { PersonName } from "./access/persons";
import { addCampaign } from "./support/campaigns";
import { type Cast, test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";
import { addItem } from "./support/items";

type Item = { id: string };
type Board = {
  organizations: Record<string, { slug: string }>;
  campaigns: {
    id: string;
    name: { en: string };
    open: number;
    late: number;
    parts: number;
    done: number;
    moved: number;
    late_items: Item[];
    next_items: Item[];
    unanswered: number;
    waiting_for: string[];
  }[];
  beside: { open: number; late: number };
};
type Meeting = {
  campaigns: { name: { en: string }; began: boolean; came_out: boolean; late: boolean }[];
  moved: { id: string; parts: { organization: string; status: string }[] }[];
  late: { id: string; waits_for: string[] }[];
  silent: { organization: string; total: number; unanswered: number }[];
  moved_total: number;
  late_total: number;
};
type Part = { item_id: string; organization_id: string; status: string; fresh: boolean };

const everybody = ["viewer", "editor", "admin", "neighbor", "outsider", "both", "stranger", "removed"] as const;

async function ask<Answer>(db: TestDatabase, person: Person, sql: string, ...values: unknown[]) {
  return (await db.as<{ answer: Answer }>(person, `select ${sql} as answer`, values))[0]?.answer as Answer;
}
const board = (db: TestDatabase, person: Person, slug = "plan") =>
  ask<Board | null>(db, person, "public.plan_board($1)", slug);
const meeting = (db: TestDatabase, person: Person, since = "2026-01-01") =>
  ask<Meeting | null>(db, person, "public.plan_meeting('plan', $1)", since);

/** Items of every kind for campaigns of every audience, some of them hidden from one reader and some from another. */
async function fill(db: TestDatabase, { organizations, coalitions }: Cast) {
  const { north, south, east } = organizations;
  const campaigns = new Map<string, string>();
  for (const { id, name } of await db.catalog<{ id: string; name: string }>(
    "select id, name ->> 'en' as name from public.campaigns",
  )) {
    campaigns.set(name, id);
  }
  campaigns.set(
    "of south",
    await addCampaign(db, { name: "of south", owner: south, coalition: coalitions.plan, audience: "coalition" }),
  );
  let made = 0;
  for (const [campaign, lead] of [
    ["owner", north],
    ["named", north],
    ["coalition", north],
    ["everyone", north],
    ["to east", north],
    ["of south", south],
    [null, east],
  ] as const) {
    for (const audience of ["named", "coalition"] as const) {
      for (const due of ["-9 days", "4 days"]) {
        made += 1;
        const id = await addItem(db, {
          ...{ title: `thing ${made}`, owner: lead, coalition: coalitions.plan, audience, due },
          parts: [
            [lead, "accepted"],
            [made % 2 ? south : east, made % 3 ? "asked" : "done"],
          ].filter(([organization], at, all) => all.findIndex(([one]) => one === organization) === at) as never,
        });
        if (campaign) {
          await db.given(
            `update public.action_items set campaign_owner_id = c.organization_id, campaign_id = c.id
             from public.campaigns c where action_items.id = $1 and c.id = $2`,
            [id, campaigns.get(campaign)],
          );
        }
      }
    }
  }
  await db.given("update public.action_parts set status_at = now() - interval '40 days' where status = 'accepted'");
  return campaigns;
}

test("everything on the board is what its reader may read row by row, and nothing else counts", async ({
  db,
  cast,
}) => {
  await fill(db, cast);
  const serves = new Map(
    (
      await db.catalog<{ id: string; campaign_id: string | null }>("select id, campaign_id from public.action_items")
    ).map(({ id, campaign_id }) => [id, campaign_id]),
  );
  const plan = cast.coalitions.plan;
  const ofPlan = new Set(
    (await db.catalog<{ id: string }>(`select id from public.campaigns where coalition_id = '${plan}'`)).map(
      ({ id }) => id,
    ),
  );
  const sizes = new Set<string>();
  for (const name of everybody) {
    const person = cast[name];
    const shown = await board(db, person);
    if (["outsider", "stranger", "removed"].includes(name)) {
      expect(shown, name).toBeNull();
      continue;
    }
    const campaigns = (await db.as<{ id: string }>(person, "select id from public.campaigns")).filter(({ id }) =>
      ofPlan.has(id),
    );
    const items = await db.as<{ id: string; open: boolean; late: boolean }>(
      person,
      `select id, closed_at is null as open, closed_at is null and due_at < now() as late from public.action_items
       where coalition_id = $1`,
      [plan],
    );
    const parts = await db.as<Part>(
      person,
      "select item_id, organization_id, status, status_at >= now() - interval '14 days' as fresh from public.action_parts",
    );
    expect(shown?.campaigns.map(({ id }) => id).sort(), name).toEqual(campaigns.map(({ id }) => id).sort());
    for (const campaign of shown?.campaigns ?? []) {
      const own = items.filter(({ id }) => serves.get(id) === campaign.id);
      const work = parts.filter(({ item_id }) => own.some(({ id }) => id === item_id));
      const open = new Set(own.filter((item) => item.open).map(({ id }) => id));
      const asked = work.filter(({ status, item_id }) => status === "asked" && open.has(item_id));
      expect(campaign, `${name}: ${campaign.name.en}`).toMatchObject({
        open: open.size,
        late: own.filter(({ late }) => late).length,
        parts: work.length,
        done: work.filter(({ status }) => status === "done").length,
        moved: work.filter(({ status, fresh }) => status !== "asked" && fresh).length,
        unanswered: new Set(asked.map(({ organization_id }) => organization_id)).size,
      });
      for (const { id } of [...campaign.late_items, ...campaign.next_items]) expect(open, name).toContain(id);
      for (const id of campaign.waiting_for) expect(asked.map(({ organization_id }) => organization_id)).toContain(id);
    }
    const visible = new Set(campaigns.map(({ id }) => id));
    const beside = items.filter(({ id }) => !visible.has(serves.get(id) ?? ""));
    expect(shown?.beside, name).toEqual({
      open: beside.filter(({ open }) => open).length,
      late: beside.filter(({ late }) => late).length,
    });
    sizes.add(JSON.stringify([shown?.campaigns.length, shown?.beside]));
  }
  // The neighbor sees less than north's own people, or the test would prove little.
  expect(sizes.size).toBeGreaterThan(1);
});

test("the sheet for a meeting lists what its reader may read, and nothing else", async ({ db, cast }) => {
  await fill(db, cast);
  const { since } = await db.given<{ since: string }>("select (current_date - 14)::text as since");
  for (const name of ["viewer", "neighbor", "both"] as PersonName[]) {
    const person = cast[name];
    const items = await db.as<{ id: string; late: boolean; open: boolean }>(
      person,
      "select id, closed_at is null and due_at < now() as late, closed_at is null as open from public.action_items where coalition_id = $1",
      [cast.coalitions.plan],
    );
    const parts = await db.as<Part>(
      person,
      `select item_id, organization_id, status, status_at >= current_date - 14 as fresh from public.action_parts`,
    );
    const own = parts.filter(({ item_id }) => items.some(({ id }) => id === item_id));
    const shown = await meeting(db, person, since);
    expect(shown?.late.map(({ id }) => id).sort(), name).toEqual(
      items
        .filter(({ late }) => late)
        .map(({ id }) => id)
        .sort(),
    );
    const moved = own.filter(({ status, fresh }) => status !== "asked" && fresh);
    expect(
      shown?.moved.flatMap((one) => one.parts.map(({ organization }) => `${one.id} ${organization}`)).sort(),
      name,
    ).toEqual(moved.map(({ item_id, organization_id }) => `${item_id} ${organization_id}`).sort());
    const open = new Set(items.filter((item) => item.open).map(({ id }) => id));
    const quiet = own.filter(
      ({ status, fresh, item_id }) => ["asked", "accepted", "doing"].includes(status) && !fresh && open.has(item_id),
    );
    expect(shown?.silent.map(({ organization, total }) => `${organization} ${total}`).sort(), name).toEqual(
      [...new Set(quiet.map(({ organization_id }) => organization_id))]
        .map((id) => `${id} ${quiet.filter(({ organization_id }) => organization_id === id).length}`)
        .sort(),
    );
  }
});

test("a campaign that began, came out or is late since a day stands on the sheet", async ({ db, cast }) => {
  await db.given(
    "update public.campaigns set outcome = 'won', outcome_on = current_date - 1, outcome_reason = '{\"en\": \"Done\"}' where name ->> 'en' = 'everyone'",
  );
  await db.given("update public.campaigns set ends_on = current_date - 2 where name ->> 'en' = 'coalition'");
  const named = async (since: string) =>
    Object.fromEntries(
      ((await meeting(db, cast.neighbor, since))?.campaigns ?? []).map(({ name, began, came_out, late }) => [
        name.en,
        { began, came_out, late },
      ]),
    );
  expect(await named("2000-01-01")).toEqual({
    everyone: { began: true, came_out: true, late: false },
    coalition: { began: true, came_out: false, late: true },
    named: { began: true, came_out: false, late: false },
  });
  const [{ today } = { today: "" }] = await db.catalog<{ today: string }>("select (current_date - 1)::text as today");
  expect(Object.keys(await named(today)).sort()).toEqual(["coalition", "everyone"]);
});

test("a day that has not come, and one of another century, are refused", async ({ db, cast }) => {
  for (const [since, message] of [
    ["2098-01-01", "day_not_yet_come"],
    ["1999-12-31", "date_far_away"],
  ] as const) {
    await expect(meeting(db, cast.viewer, since)).rejects.toMatchObject({ code: "PT422", message });
  }
});
