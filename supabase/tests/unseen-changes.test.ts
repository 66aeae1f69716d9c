import { expect } from "vitest";
import { test } from "./support/cast";
import { everythingSeen } from "./support/everything-seen";

const idOf = (title: string) => `(select id from public.gatherings where title ->> 'en' = '${title}')`;
const north = "(select id from public.organizations where slug = 'north')";
const seriesOf = (title: string) => `(select series_id from public.gatherings where title ->> 'en' = '${title}')`;

const revised = (title: string, change: string, detail = "null", notes = "null") =>
  `select public.revise_gathering(f.id, ${north}, (f.form ->> 'version')::integer, f.form || '${change}', '{}', ${detail}, ${notes})
   from (select ${idOf(title)} as id, public.edit_gathering(${idOf(title)}, ${north}) as form) f`;
const added = (title: string, days: number) =>
  `insert into public.gatherings (organization_id, title, audience, state, tells_taken, starts_local, ends_local, time_zone, series_id, recurrence_local)
   select organization_id, '{"en": "Hidden"}', 'owner', 'scheduled', false, starts_local + interval '${days} days',
     ends_local + interval '${days} days', time_zone, series_id, starts_local + interval '${days} days'
   from public.gatherings where id = ${idOf(title)}`;

const entered = (month: string, seen: number) =>
  `select public.enter_pooled_number(m.id, ${north}, ${month}, '77', ${seen})
   from public.pooled_metrics m where m.name ->> 'en' = 'workshops'`;

const campaignChanged = (name: string, change: string, more = "") =>
  `select public.revise_campaign(f.id, ${north}, (f.form ->> 'version')::integer, f.form || '${change}' ${more})
   from (select c.id, public.edit_campaign(c.id, c.organization_id) as form from public.campaigns c
     where c.name ->> 'en' = '${name}' and c.organization_id = ${north}) f`;

const itemOf = (title: string) => `(select id from public.action_items where title ->> 'en' = '${title}')`;
const newItem = `jsonb_build_object('coalition_id', (select id from public.coalitions where slug = 'plan'), 'title', '{"en": "Zinnia"}'::jsonb,
  'audience', 'named', 'due_local', to_char(now() + interval '3 days', 'YYYY-MM-DD"T"HH24:MI'), 'time_zone', 'UTC', 'takes_part', true)`;

/** What an editor of north does where nobody but north's own people may see it. */
const unseen: Record<string, string> = {
  "saves notes of an occurrence that others see": revised("coalition", "{}", "null", "'Zinnia'"),
  "renames what is theirs alone": revised("owner", '{"title": {"en": "Zinnia"}}'),
  "changes the address below it": revised("owner", "{}", `'{"address": "Zinnia Street"}'`),
  "renames a draft": `update public.gatherings set title = '{"en": "Zinnia"}' where id = ${idOf("draft")}`,
  "repeats on another weekday, for themselves": `update public.gathering_series set rule = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=9'
    where id = ${seriesOf("coalition")}`,
  "adds an occurrence that they keep to themselves": added("coalition", 7),
  "ends a series of which others see one": `update public.gathering_series set rule = 'FREQ=WEEKLY;UNTIL=20300101T000000', finished = true
    where id = ${seriesOf("coalition")}`,
  "says which dates are left out": `update public.gathering_series set skipped = '{2030-01-01 10:00}', excepted = '{2030-01-08 10:00}'
    where id = ${seriesOf("coalition")}`,
  "asks for volunteers where they hold alone": `insert into public.volunteer_roles (organization_id, gathering_id, name, needed)
    values (${north}, ${idOf("named")}, '{"en": "Zinnia"}', 3)`,
  "invites another organization to what is theirs alone": `select public.invite_host(${idOf("owner")}, ${north},
    (select id from public.organizations where slug = 'east'), 'co_host', true)`,
  "opens a list for what is theirs alone": `select public.save_signup_list(${idOf("owner")}, ${north}, '{"capacity": 3}', 'this')`,
  "begins to take a calendar in": `select public.draft_import(${north}, '{"kind": "file", "name": "zinnia.ics"}', '[]')`,
  "enters a number": entered("date_trunc('month', now())::date", 0),
  "corrects a number of a month that closed": entered("m.first_month", 1),
  "renames a campaign that is theirs alone": campaignChanged("owner", '{"name": {"en": "Zinnia"}}'),
  "lets one that is theirs alone come out": `select public.conclude_campaign(c.id, ${north}, private.campaign_version_of(c.id),
    '{"outcome": "won", "outcome_on": "2026-11-01", "outcome_reason": {"en": "Zinnia"}}') from public.campaigns c
    where c.name ->> 'en' = 'owner' and c.organization_id = ${north}`,
  "names a campaign to one more organization": campaignChanged(
    "named",
    "{}",
    "|| jsonb_build_object('recipients', array(select id from public.organizations where slug in ('south', 'east')))",
  ),
  "puts up something to do together for themselves": `select public.make_item(${north}, gen_random_uuid(), ${newItem})`,
  "renames what is done by themselves alone": `update public.action_items set title = '{"en": "Zinnia"}', due_local = due_local + interval '1 day'
    where title ->> 'en' = 'kept'`,
  "closes what is done by themselves alone":
    "update public.action_items set closed_at = now() where title ->> 'en' = 'kept'",
  "takes a part and notes it, where nobody else sees the item": `with taken as (select public.take_part(${itemOf("kept")}, ${north}))
    select public.save_part(${itemOf("kept")}, ${north}, 1, '{"status": "doing", "note": "Zinnia"}') from taken`,
  "notes something of their own part":
    "update public.action_part_notes set note = 'Zinnia', link = 'https://zinnia.example/'",
  "says who does their part": "update public.action_part_notes set assignee_id = private.my_person()",
  "ticks a step of their own part": `insert into public.action_ticks (organization_id, owner_id, item_id, step_id)
    select ${north}, s.organization_id, s.item_id, s.id from public.action_steps s where s.label ->> 'en' = 'print'`,
  "lets an item serve a campaign that is theirs alone": `update public.action_items set
    campaign_owner_id = ${north}, campaign_id = (select c.id from public.campaigns c where c.name ->> 'en' = 'owner')
    where title ->> 'en' in ('flyers', 'phones')`,
  "makes a private calendar": "select public.make_feed('Zinnia', null, 'titles')",
};

for (const [deed, sql] of Object.entries(unseen)) {
  test(`when an editor ${deed}, nobody of another organization reads anything otherwise`, async ({ db, cast }) => {
    const readers = ["visitor", "outsider", "neighbor", "stranger"] as const;
    const before = new Map();
    for (const reader of readers) before.set(reader, await everythingSeen(db, cast, cast[reader]));
    await db.as(cast.editor, sql);
    for (const reader of readers) {
      const after = await everythingSeen(db, cast, cast[reader]);
      // Of a gathering that is new nobody could have asked before.
      const asked = Object.fromEntries(Object.entries(after).filter(([name]) => name in before.get(reader)));
      expect(asked, reader).toEqual(before.get(reader));
    }
  });
}

test("who is to be gone by now counts nowhere, whether or not the worker has been there", async ({ db, cast }) => {
  await db.given("update public.signups set delete_at = now() - interval '1 minute', needs = '{ride}'");
  await db.given("update public.signup_lists set headcount_public = true");
  const readers = ["member", "neighbor", "admin"] as const;
  const before = new Map();
  for (const reader of readers) before.set(reader, await everythingSeen(db, cast, cast[reader]));
  await db.given("delete from public.signups");
  for (const reader of readers)
    expect(await everythingSeen(db, cast, cast[reader]), reader).toEqual(before.get(reader));
});
