import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { PersonName } from "./access/persons";
import { addCampaign } from "./support/campaigns";
import { type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";
import { accountOf } from "./support/item-calls";
import { call, letterOf, refusal } from "./support/letter-steps";
import { addSignature } from "./support/letters";

type Choice = { letter: { campaign: { name: { en: string } } | null } | null; campaigns: { name: { en: string } }[] };

const campaignOf = async (db: TestDatabase, name: string) =>
  (await db.given<{ id: string }>("select id from public.campaigns where name ->> 'en' = $1", [name])).id;
const choice = async (db: TestDatabase, person: Cast[PersonName], organization: string) =>
  (await call<Choice>(db, person, "letter_campaigns", organization)).campaigns.map(({ name }) => name.en).sort();
/** What a reader of the letter is told that it serves, and which letters a reader of the campaign is told of. */
const told = async (db: TestDatabase, person: Cast[PersonName], letter: string, campaign: string) => [
  (await call<{ campaign: { name: { en: string } } | null } | null>(db, person, "read_letter", letter))?.campaign?.name
    .en,
  (await call<{ letters: { title: { en: string } }[] } | null>(db, person, "read_campaign", campaign))?.letters.map(
    ({ title }) => title.en,
  ),
];

test("a writer chooses among the running campaigns of their coalition that their organization sees, and no others", async ({
  db,
  cast,
}) => {
  const { north, south, far } = cast.organizations;
  expect(await choice(db, cast.editor, north)).toEqual(["coalition", "everyone", "named", "owner", "to east"]);
  expect(await choice(db, cast.neighbor, south)).toEqual(["coalition", "everyone", "named"]);
  expect(await choice(db, cast.outsider, far)).toEqual(["theirs"]);
  expect(await choice(db, cast.member, north)).toEqual([]);
  expect(await choice(db, cast.outsider, north)).toEqual([]);
  // What another of their organizations sees is not this one's.
  await db.given("insert into public.memberships values ($1, $2, 'editor')", [north, accountOf(cast.neighbor)]);
  expect(await choice(db, cast.neighbor, south)).toEqual(["coalition", "everyone", "named"]);
  await db.given(
    "update public.campaigns set outcome = 'won', outcome_on = current_date, outcome_reason = '{\"en\": \"Done\"}' where name ->> 'en' = 'coalition'",
  );
  expect(await choice(db, cast.editor, north)).toEqual(["everyone", "named", "owner", "to east"]);
});

test("a letter is begun for a campaign, or for none; a hidden campaign is refused like one that is not there", async ({
  db,
  cast,
}) => {
  const { south } = cast.organizations;
  const make = (campaign: string | null) =>
    call(db, cast.neighbor, "make_letter", south, randomUUID(), {
      ...{ coalition_id: cast.coalitions.plan, campaign_id: campaign, title: { en: "New" }, body: { en: "We ask." } },
      ...{ due_local: "2027-05-01T17:00", internal_local: "2027-04-20T17:00", time_zone: "UTC" },
    });
  for (const hidden of [
    await campaignOf(db, "owner"),
    await campaignOf(db, "to east"),
    await campaignOf(db, "theirs"),
  ]) {
    expect(await make(hidden)).toEqual(refusal("campaign_not_there"));
  }
  expect(await make(randomUUID())).toEqual(refusal("campaign_not_there"));
  expect(await make("no-uuid")).toEqual(refusal("campaign_not_there"));
  const campaign = await campaignOf(db, "named");
  const { id } = await make(campaign);
  expect(await told(db, cast.neighbor, id, campaign)).toEqual(["named", ["New"]]);
  // Whoever leads the campaign is told of no draft of another.
  expect((await told(db, cast.editor, id, campaign))[1]).toEqual([]);
  expect((await make(null)).id).toEqual(expect.any(String));
});

test("readers of a letter learn of its campaign, and readers of a campaign of its letters, only where they see both", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const { id } = await letterOf(db, "ours");
  const tie = (campaign: string | null) => call(db, cast.editor, "tie_letter", id, north, campaign);
  const own = await campaignOf(db, "owner");
  expect(await tie(own)).toEqual({ id });
  expect(await told(db, cast.viewer, id, own)).toEqual(["owner", ["ours"]]);
  expect(await told(db, cast.neighbor, id, own)).toEqual([undefined, undefined]);
  const named = await campaignOf(db, "named");
  await tie(named);
  expect(await told(db, cast.neighbor, id, named)).toEqual(["named", ["ours"]]);
  const open = await campaignOf(db, "everyone");
  await tie(open);
  // The campaign is everyone's and the letter is not.
  expect(await told(db, cast.visitor, id, open)).toEqual([undefined, []]);
  expect(await told(db, cast.outsider, id, open)).toEqual([undefined, []]);
  expect(await told(db, cast.neighbor, id, open)).toEqual(["everyone", ["ours"]]);
  await tie(null);
  expect(await told(db, cast.neighbor, id, open)).toEqual([undefined, []]);
  for (const [person, organization, key] of [
    ["member", north, "not_allowed"],
    ["neighbor", south, "not_found"],
    ["outsider", north, "not_found"],
  ] as const) {
    expect(await call(db, cast[person], "tie_letter", id, organization, open), person).toEqual(refusal(key));
  }
  const final = await letterOf(db, "final");
  expect(await call(db, cast.editor, "tie_letter", final.id, north, open)).toEqual(refusal("letter_is_closed"));
});

test("beyond the coalition no organization hangs its letter on another's campaign", async ({ db, cast }) => {
  const { south } = cast.organizations;
  const { id } = await letterOf(db, "final");
  const theirs = await addCampaign(db, {
    ...{ name: "of south", owner: south, coalition: cast.coalitions.plan, audience: "everyone" },
  });
  const own = await campaignOf(db, "everyone");
  const serve = (campaign: string) =>
    db.given(
      `update public.letters set campaign_id = c.id, campaign_owner_id = c.organization_id
       from public.campaigns c where c.id = $1 and letters.id = $2`,
      [campaign, id],
    );
  await serve(own);
  expect(await told(db, cast.visitor, id, own)).toEqual(["everyone", ["final"]]);
  await serve(theirs);
  expect(await told(db, cast.editor, id, theirs)).toEqual(["of south", ["final"]]);
  for (const beyond of ["visitor", "outsider"] as const) {
    expect(await told(db, cast[beyond], id, theirs), beyond).toEqual([undefined, []]);
  }
  await addSignature(db, id, south);
  expect(await told(db, cast.visitor, id, theirs)).toEqual(["of south", ["final"]]);
});

test("the campaign of a letter does not tell whoever left that its lead has signed since", async ({ db, cast }) => {
  const { south, east } = cast.organizations;
  const { id } = await letterOf(db, "ours");
  const theirs = await addCampaign(db, {
    ...{ name: "of east", owner: east, coalition: cast.coalitions.plan, audience: "everyone" },
  });
  await db.given(
    `update public.letters set campaign_id = c.id, campaign_owner_id = c.organization_id
     from public.campaigns c where c.id = $1 and letters.id = $2`,
    [theirs, id],
  );
  await db.given("delete from public.standings where organization_id = $1", [south]);
  const signed = (at: string) => addSignature(db, id, east, at);
  await signed("2100-01-01");
  expect(await told(db, cast.neighbor, id, theirs)).toEqual([undefined, []]);
  await db.given("delete from public.letter_signatures where organization_id = $1", [east]);
  await signed("2020-01-01");
  expect(await told(db, cast.neighbor, id, theirs)).toEqual(["of east", ["ours"]]);
});
