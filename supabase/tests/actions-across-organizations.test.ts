import { expect } from "vitest";
import { test } from "./support/cast";
import { accountOf, idOf, make, read } from "./support/item-calls";
import { call, letterOf, namesOf, refusal, shownTo } from "./support/letter-steps";
import { addLetter, addSignature } from "./support/letters";

const again = { title: { en: "ours" }, body: { en: "Zinnia." } };

test("whoever left the coalition reads no text that came after, and signs none; its signature it takes back", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  await db.given("delete from public.standings where organization_id = $1", [south]);
  const changed = await call(db, cast.editor, "rewrite_letter", id, north, again, hash);
  expect(await call(db, cast.neighbor, "read_letter", id)).toBeNull();
  expect(await db.as(cast.neighbor, "select from public.letter_versions where letter_id = $1", [id])).toEqual([]);
  expect(await call(db, cast.neighbor, "sign_letter", id, south, changed.hash)).toEqual(refusal("not_found"));
  // The text it signed has come back, and so has the letter.
  await call(db, cast.editor, "rewrite_letter", id, north, { ...again, body: { en: "We ask." } }, changed.hash);
  expect(await call(db, cast.neighbor, "read_letter", id)).toMatchObject({ hash });
  expect(await call(db, cast.neighbor, "withdraw_from_letter", id, south)).toEqual({ id });
  expect(await call(db, cast.neighbor, "read_letter", id)).toBeNull();
});

test("whoever left the coalition learns of nobody who signs the same text after it did, until everyone may", async ({
  db,
  cast,
}) => {
  const { north, south, east } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  await db.given("update public.letter_others set signed_at = now() - interval '1 day' where letter_id = $1", [id]);
  await db.given("delete from public.standings where organization_id = $1", [south]);
  await addSignature(db, id, east);
  await call(db, cast.editor, "enter_signatory", id, north, hash, { english_name: "Band" });
  const shown = await shownTo(db, cast.neighbor, south, id);
  expect([namesOf(shown), shown.signed]).toEqual([["Choir", "south"], 2]);
  const rows = (table: string) =>
    db.as(cast.neighbor, `select english_name from public.${table} where letter_id = $1 order by 1`, [id]);
  expect(await rows("letter_signatures")).toEqual([{ english_name: "south" }]);
  expect(await rows("letter_others")).toEqual([{ english_name: "Choir" }]);
  expect(namesOf(await shownTo(db, cast.editor, north, id))).toEqual(["Band", "Choir", "east", "south"]);
  await db.given("update public.letters set audience = 'everyone' where id = $1", [id]);
  await db.given("update public.letters set closed_at = now() where id = $1", [id]);
  expect(namesOf(await shownTo(db, cast.neighbor, south, id))).toEqual(["Band", "Choir", "east", "south"]);
});

test("a lead that has left puts nothing before the coalition and learns of no new signature", async ({ db, cast }) => {
  const { north, south, east } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  await db.given("insert into public.memberships values ($1, $2, 'admin')", [east, accountOf(cast.outsider)]);
  await db.given("delete from public.standings where organization_id = $1", [north]);
  expect(await call(db, cast.outsider, "read_letter", id)).toBeNull();
  expect(await call(db, cast.outsider, "sign_letter", id, east, hash)).toEqual(refusal("not_found"));
  expect(await call(db, cast.neighbor, "coalition_letters", "plan")).toMatchObject({ letters: [] });
  const changed = await call(db, cast.editor, "rewrite_letter", id, north, again, hash);
  expect(await call(db, cast.neighbor, "read_letter", id)).toBeNull();
  expect(await call(db, cast.neighbor, "sign_letter", id, south, changed.hash)).toEqual(refusal("not_found"));
  expect(namesOf(await shownTo(db, cast.admin, north, id))).toEqual([]);
});

test("a late signature takes the place of none that stood there in time", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const id = await addLetter(db, { title: "over", owner: north, coalition: cast.coalitions.plan, due: "-1 second" });
  const { hash } = await letterOf(db, "over");
  await db.given(
    `insert into public.letter_others (organization_id, letter_id, text_hash, english_name, name_keys, signed_at)
     select l.organization_id, l.id, l.text_hash, 'Choir', '{choir}', l.due_at - interval '1 day' from public.letters l where l.id = $1`,
    [id],
  );
  await db.given("update public.organizations set aliases = '{Choir}' where id = $1", [south]);
  expect(await call(db, cast.neighbor, "sign_letter", id, south, hash, true)).toEqual(
    refusal("signatory_stands_there"),
  );
  const shown = await shownTo(db, cast.admin, north, id);
  expect([shown.signed, namesOf(shown)]).toEqual([1, ["Choir"]]);
});

test("a closed letter of another organization does not hold back the campaign that it served", async ({ db, cast }) => {
  const campaign = await db.given<{ id: string; owner: string }>(
    "select id, organization_id as owner from public.campaigns where name ->> 'en' = 'coalition'",
  );
  const id = await addLetter(db, {
    title: "of south",
    owner: cast.organizations.south,
    coalition: cast.coalitions.plan,
  });
  await db.given(
    "update public.letters set campaign_id = $1, campaign_owner_id = $2, closed_at = now() where id = $3",
    [campaign.id, campaign.owner, id],
  );
  const removed = await db.as(cast.editor, "delete from public.campaigns where id = $1 returning id", [campaign.id]);
  expect(removed).toEqual([{ id: campaign.id }]);
  expect(
    await db.given("select campaign_id, closed_at is null as open from public.letters where id = $1", [id]),
  ).toEqual({ campaign_id: null, open: false });
});

test("who was asked for one of their organizations does not let another one in", async ({ db, cast }) => {
  const { north, south, east } = cast.organizations;
  await db.given("insert into public.memberships values ($1, $2, 'editor')", [east, accountOf(cast.neighbor)]);
  const take = (organization: string, item: string) =>
    db.as(
      cast.neighbor,
      "insert into public.action_parts (organization_id, owner_id, item_id, status) values ($1, $2, $3, 'accepted')",
      [organization, north, item],
    );
  const flyers = await idOf(db, "flyers");
  await expect(take(east, flyers)).rejects.toMatchObject({ code: "42501" });
  expect(await call(db, cast.neighbor, "take_part", flyers, east)).toEqual(refusal("not_found"));
  expect(await call(db, cast.neighbor, "take_part", flyers, south)).toEqual({ id: flyers });
  await take(south, await idOf(db, "phones"));
});

test("a Hangul filler makes no second name of one", async ({ db, cast }) => {
  const { id, hash } = await letterOf(db, "ours");
  for (const english_name of ["Choir\u3164", "Ch\uffa0oir", "Cho\u2800ir"]) {
    expect(
      await call(db, cast.editor, "enter_signatory", id, cast.organizations.north, hash, { english_name }),
    ).toEqual(refusal("signatory_stands_there"));
  }
});

test("a lead that left itself learns of nobody that left after it did", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const { id } = await make(db, cast, { ask: "core" });
  await db.given("delete from public.standings where organization_id = $1", [north]);
  const told = async () => [
    (await read(db, cast.editor, id))?.asked_and_left,
    (await call<{ asked_and_left: string[] }>(db, cast.editor, "edit_item", id, north)).asked_and_left,
  ];
  expect(await told()).toEqual([[], []]);
  await db.given("delete from public.standings where organization_id = $1", [south]);
  expect(await told()).toEqual([[], []]);
});
