import { expect } from "vitest";
import type { PersonName } from "./access/persons";
import { type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";
import { accountOf } from "./support/item-calls";
import { addItem } from "./support/items";
import { call, letterOf, refusal } from "./support/letter-steps";
import { atNoon, queue, told } from "./support/reminders";

type Asked = { id: string; title: { en: string }; organization: { slug: string } }[];

/** What somebody finds on the first page of their organization. */
const atHome = async (db: TestDatabase, person: Cast[PersonName], organization: string) =>
  (await call<{ letters: Asked } | null>(db, person, "organization_home", organization))?.letters.map(
    ({ title }) => title.en,
  );
const inMail = async (db: TestDatabase, person: Cast[PersonName]) =>
  (await call<Asked>(db, person, "read_signatures_asked")).map(
    ({ title, organization }) => `${title.en} for ${organization.slug}`,
  );

test("whoever signs for an organization finds at home which letter waits for them, and their colleagues find nothing", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  expect(await atHome(db, cast.member, north)).toEqual(["ours"]);
  expect(await inMail(db, cast.member)).toEqual(["ours for north"]);
  for (const colleague of ["viewer", "editor", "admin", "both"] as const) {
    expect(await atHome(db, cast[colleague], north), colleague).toEqual([]);
    expect(await inMail(db, cast[colleague]), colleague).toEqual([]);
  }
  expect(await atHome(db, cast.neighbor, south)).toEqual([]);
  expect(await atHome(db, cast.neighbor, north)).toBeUndefined();
});

test("a letter waits no longer once it is signed, declined, changed, closed or another coalition's", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  await call(db, cast.neighbor, "withdraw_from_letter", id, south);
  await call(db, cast.neighbor, "choose_signers", south, "named", `{${accountOf(cast.neighbor)}}`);
  await db.given(
    `insert into public.letter_deeds (organization_id, owner_id, letter_id, text_hash, deed)
     select $2, l.organization_id, l.id, l.text_hash, 'asked' from public.letters l where l.id = $1`,
    [id, south],
  );
  expect(await inMail(db, cast.neighbor)).toEqual(["ours for south"]);
  const text = { title: { en: "ours" }, body: { en: "We ask again." } };
  const { hash: changed } = await call(db, cast.editor, "rewrite_letter", id, north, text, hash);
  expect(await inMail(db, cast.neighbor)).toEqual([]);
  await call(db, cast.editor, "rewrite_letter", id, north, { ...text, body: { en: "We ask." } }, changed);
  expect(await inMail(db, cast.neighbor)).toEqual(["ours for south"]);
  await db.given("delete from public.standings where organization_id = $1", [south]);
  expect(await inMail(db, cast.neighbor)).toEqual([]);
  await db.given("insert into public.standings values ($1, $2, 'core')", [south, cast.coalitions.plan]);
  await call(db, cast.neighbor, "decline_letter", id, south, hash);
  expect(await inMail(db, cast.neighbor)).toEqual([]);
  expect(await inMail(db, cast.member)).toEqual(["ours for north"]);
  await call(db, cast.editor, "close_letter", id, north, hash);
  expect(await inMail(db, cast.member)).toEqual([]);
});

test("whoever signs is told as soon as somebody asks, in one letter with their items, and once a day", async ({
  db,
  cast,
}) => {
  const { north } = cast.organizations;
  await atNoon(db);
  await db.given("delete from public.action_parts");
  const item = await addItem(db, {
    ...{ title: "tables", owner: north, coalition: cast.coalitions.plan, due: "2 days" },
    parts: [[north, "doing"]],
  });
  await db.given("update public.action_part_notes set assignee_id = $1 where item_id = $2", [
    accountOf(cast.member),
    item,
  ]);
  expect(await queue(db)).toBe(1);
  expect(await queue(db)).toBe(0);
  expect(await told(db)).toEqual(["member"]);
  const { of } = await db.given<{ of: string | null }>(
    "select organization_id as of from public.messages where kind = 'items_due'",
  );
  expect(of).toBeNull();
  // Sent yesterday, and it is not yet time to ask again.
  await db.given(
    "update public.messages set state = 'sent', queued_at = now() - interval '1 day', ended_at = now() - interval '1 day' where kind = 'items_due'",
  );
  await db.given("delete from public.action_parts");
  await db.given("update public.letter_deeds set done_at = now() - interval '26 hours'");
  expect(await queue(db)).toBe(0);
  await db.given("update public.letter_deeds set done_at = now() - interval '73 hours'");
  expect(await queue(db)).toBe(1);
});

test("nobody is told by mail of a signature that waits no longer, is not theirs to give, or that they want no mail of", async ({
  db,
}) => {
  await atNoon(db);
  await db.given("delete from public.action_parts");
  const tries: [string, string][] = [
    [
      "signed",
      "insert into public.letter_deeds (organization_id, owner_id, letter_id, text_hash, deed) select organization_id, owner_id, letter_id, text_hash, 'signed' from public.letter_deeds where deed = 'asked'",
    ],
    ["closed", "update public.letters set closed_at = now() where closed_at is null"],
    ["a draft again", "update public.letters set audience = 'owner' where closed_at is null"],
    ["somebody else signs", "delete from public.signing_people"],
    [
      "not wanted",
      "insert into public.notification_choices (person_id, kind, wanted) select id, 'items_due', false from public.people",
    ],
  ];
  for (const [name, sql] of tries) {
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
  expect(await told(db)).toEqual(["member"]);
});

test("an organization that has left the coalition is told of no letter there that waited for it", async ({
  db,
  cast,
}) => {
  const { south } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  await atNoon(db);
  await db.given("delete from public.action_parts");
  await db.given("delete from public.letter_deeds");
  await call(db, cast.neighbor, "withdraw_from_letter", id, south);
  await db.given(
    `insert into public.letter_deeds (organization_id, owner_id, letter_id, text_hash, deed, done_at)
     select $2, l.organization_id, l.id, l.text_hash, 'asked', now() from public.letters l where l.id = $1`,
    [id, south],
  );
  await db.given("delete from public.letter_deeds where deed = 'withdrawn'");
  await db.given("delete from public.standings where organization_id = $1", [south]);
  expect(await queue(db)).toBe(0);
  expect(await call(db, cast.neighbor, "decline_letter", id, south, hash)).toEqual(refusal("not_found"));
  await db.given("insert into public.standings values ($1, $2, 'core')", [south, cast.coalitions.plan]);
  expect(await queue(db)).toBe(1);
});
