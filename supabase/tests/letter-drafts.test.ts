import { expect } from "vitest";
import { test } from "./support/cast";
import { call, letterOf, refusal, shownTo } from "./support/letter-steps";

test("the lead's editors remove a draft with all its texts, and nobody else does", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const { id, hash } = await letterOf(db, "draft");
  for (const [person, organization, key] of [
    ["neighbor", south, "not_found"],
    ["outsider", north, "not_found"],
    ["removed", north, "not_found"],
    ["viewer", north, "not_allowed"],
    ["member", north, "not_allowed"],
  ] as const) {
    expect(await call(db, cast[person], "remove_letter", id, organization, hash), person).toEqual(refusal(key));
  }
  expect(await call(db, cast.editor, "remove_letter", id, north, "0".repeat(64))).toEqual(
    refusal("letter_changed_meanwhile"),
  );
  expect(await call(db, cast.editor, "remove_letter", id, north, hash)).toEqual({ id });
  expect(await call(db, cast.editor, "read_letter", id)).toBeNull();
  expect(await db.catalog("select from public.letter_versions where letter_id = $1", [id])).toEqual([]);
  expect(await call(db, cast.editor, "remove_letter", id, north, hash)).toEqual(refusal("not_found"));
});

test("what the coalition sees, or what is closed, is not removed", async ({ db, cast }) => {
  const { north } = cast.organizations;
  const [ours, final, draft] = [await letterOf(db, "ours"), await letterOf(db, "final"), await letterOf(db, "draft")];
  expect(await call(db, cast.editor, "remove_letter", ours.id, north, ours.hash)).toEqual(
    refusal("letter_is_no_draft"),
  );
  expect(await call(db, cast.editor, "remove_letter", final.id, north, final.hash)).toEqual(
    refusal("letter_is_closed"),
  );
  await call(db, cast.editor, "show_letter", draft.id, north, "coalition", "alphabetical");
  expect(await call(db, cast.editor, "remove_letter", draft.id, north, draft.hash)).toEqual(
    refusal("letter_is_no_draft"),
  );
  // Nobody has signed it: it may be a draft again, and then it may go.
  await call(db, cast.editor, "show_letter", draft.id, north, "owner", "alphabetical");
  expect(await call(db, cast.editor, "remove_letter", draft.id, north, draft.hash)).toEqual({ id: draft.id });
});

test("whoever has left the coalition is not listed as somebody who is still to confirm", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  const text = { title: { en: "ours" }, body: { en: "We ask again." } };
  await call(db, cast.editor, "rewrite_letter", id, north, text, hash);
  const unconfirmed = async () =>
    (await shownTo(db, cast.editor, north, id)).unconfirmed.map(({ english_name }) => english_name).sort();
  expect(await unconfirmed()).toEqual(["Choir", "south"]);
  await db.given("delete from public.standings where organization_id = $1", [south]);
  expect(await unconfirmed()).toEqual(["Choir"]);
});

test("what a draft said before it was shown, its lead alone has read, and nobody counts how often it was rewritten", async ({
  db,
  cast,
}) => {
  const { north } = cast.organizations;
  const { id, hash } = await letterOf(db, "draft");
  const rewrite = (body: string, seen: string) =>
    call(db, cast.editor, "rewrite_letter", id, north, { title: { en: "draft" }, body: { en: body } }, seen);
  const { hash: second } = await rewrite("Between ourselves.", hash);
  const { hash: third } = await rewrite("We ask you.", second);
  await call(db, cast.editor, "show_letter", id, north, "coalition", "alphabetical");
  const texts = () =>
    db.as(cast.neighbor, "select version, body ->> 'en' as body from public.letter_versions where letter_id = $1", [
      id,
    ]);
  expect(await texts()).toEqual([{ version: 1, body: "We ask you." }]);
  // Since it was shown, what it said is the coalition's affair.
  await rewrite("We ask you all.", third);
  expect(await texts()).toHaveLength(2);
});

test("a text that somebody answered stays with the answer when its letter is a draft again", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const { id, hash } = await letterOf(db, "draft");
  await call(db, cast.editor, "show_letter", id, north, "coalition", "alphabetical");
  expect(await call(db, cast.neighbor, "sign_letter", id, south, hash)).toEqual({ outcome: "signed" });
  expect(await call(db, cast.neighbor, "withdraw_from_letter", id, south)).toEqual({ id });
  await call(db, cast.editor, "show_letter", id, north, "owner", "alphabetical");
  await call(db, cast.editor, "rewrite_letter", id, north, { title: { en: "draft" }, body: { en: "Anew." } }, hash);
  await call(db, cast.editor, "show_letter", id, north, "coalition", "alphabetical");
  expect((await shownTo(db, cast.neighbor, south, id)).deeds).toMatchObject([
    { deed: "withdrawn" },
    { deed: "signed" },
  ]);
});
