import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { test } from "./support/cast";
import { call, letterOf, namesOf, refusal, shownTo } from "./support/letter-steps";
import { addLetter, addSignature } from "./support/letters";

test("whoever signs for an organization signs the text they saw, and the second of two gets the same answer", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  // North names its member to sign; the admin is not named, and lands in the queue.
  expect(await call(db, cast.member, "sign_letter", id, north, hash)).toEqual({ outcome: "signed" });
  expect(await call(db, cast.admin, "sign_letter", id, north, hash)).toEqual({ outcome: "signed" });
  const shown = await shownTo(db, cast.neighbor, south, id);
  expect(namesOf(shown)).toEqual(["Choir", "north", "south"]);
  expect(shown.signed).toBe(3);
  expect(shown.deeds).toEqual([expect.objectContaining({ deed: "signed" })]);
  expect((await shownTo(db, cast.viewer, north, id)).deeds.map(({ deed }) => deed)).toEqual(["signed", "asked"]);
});

test("whoever may not sign asks those who may, and these sign or decline", async ({ db, cast }) => {
  const { north } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  await db.given("delete from public.letter_deeds where organization_id = $1", [north]);
  expect(await call(db, cast.editor, "sign_letter", id, north, hash)).toEqual({ outcome: "asked" });
  expect(await call(db, cast.admin, "sign_letter", id, north, hash)).toEqual({ outcome: "asked" });
  expect((await shownTo(db, cast.member, north, id)).asked).toMatchObject({ who: "editor" });
  // A viewer does not know who their colleagues are, and asks for nothing.
  expect((await shownTo(db, cast.viewer, north, id)).asked).toMatchObject({ who: null });
  expect(await call(db, cast.viewer, "sign_letter", id, north, hash)).toEqual(refusal("not_allowed"));
  expect(await call(db, cast.editor, "decline_letter", id, north, hash)).toEqual(refusal("not_allowed"));
  expect(await call(db, cast.member, "decline_letter", id, north, hash)).toEqual({ id });
  expect(await call(db, cast.member, "decline_letter", id, north, hash)).toEqual(refusal("not_asked_any_more"));
  expect(await call(db, cast.editor, "sign_letter", id, north, hash)).toEqual({ outcome: "asked" });
  expect(await call(db, cast.member, "sign_letter", id, north, hash)).toEqual({ outcome: "signed" });
  expect((await shownTo(db, cast.member, north, id)).asked).toBeNull();
});

test("a changed text asks everybody to confirm, counts only who did, and counts them again when it comes back", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  const rewrite = (body: string, seen: string) =>
    call(db, cast.editor, "rewrite_letter", id, north, { title: { en: "ours" }, body: { en: body } }, seen);
  const changed = await rewrite("We ask again.", hash);
  expect(changed.hash).not.toBe(hash);
  expect(await call(db, cast.neighbor, "sign_letter", id, south, hash)).toEqual(refusal("letter_changed_meanwhile"));
  expect(await rewrite("We ask a third time.", hash)).toEqual(refusal("letter_changed_meanwhile"));
  let shown = await shownTo(db, cast.neighbor, south, id);
  expect([shown.signed, namesOf(shown)]).toEqual([0, []]);
  expect(shown.unconfirmed.map(({ english_name }) => english_name).sort()).toEqual(["Choir", "south"]);
  await call(db, cast.neighbor, "sign_letter", id, south, changed.hash);
  shown = await shownTo(db, cast.neighbor, south, id);
  expect([namesOf(shown), shown.unconfirmed.length]).toEqual([["south"], 1]);
  // Word for word the first one: whoever signed it has signed it.
  expect(await rewrite("We ask.", changed.hash)).toEqual({ hash });
  expect(namesOf(await shownTo(db, cast.neighbor, south, id))).toEqual(["Choir", "south"]);
});

test("a signature at the deadline is in time, one a moment later is late and only for whoever says so", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  await db.given("delete from public.letter_signatures where letter_id = $1", [id]);
  const { due } = await db.given<{ due: string }>("select due_at::text as due from public.letters where id = $1", [id]);
  for (const [after, late] of [
    ["-1 second", false],
    ["0", false],
    ["1 microsecond", true],
    ["1 second", true],
  ] as const) {
    const { at } = await db.given<{ at: string }>("select ($1::timestamptz + $2::interval)::text as at", [due, after]);
    await addSignature(db, id, south, at);
    expect(await db.given("delete from public.letter_signatures where letter_id = $1 returning late", [id])).toEqual({
      late,
    });
  }
  const over = await addLetter(db, { title: "over", owner: north, coalition: cast.coalitions.plan, due: "-1 second" });
  const text = (await letterOf(db, "over")).hash;
  expect(text).not.toBe(hash);
  expect(await call(db, cast.neighbor, "sign_letter", over, south, text)).toEqual(refusal("letter_deadline_passed"));
  expect(await call(db, cast.neighbor, "sign_letter", over, south, text, true)).toEqual({ outcome: "signed" });
  const shown = await shownTo(db, cast.neighbor, south, over);
  expect([shown.signed, shown.signatories]).toEqual([0, [expect.objectContaining({ late: true })]]);
});

test("from its deadline on a letter keeps its text, and from its closing on everything", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const over = await addLetter(db, { title: "over", owner: north, coalition: cast.coalitions.plan, due: "-1 second" });
  const { hash } = await letterOf(db, "over");
  const text = { title: { en: "over" }, body: { en: "Something else." } };
  const deadlines = { due_local: "2027-12-01T10:00", internal_local: "2027-11-01T10:00", time_zone: "UTC" };
  expect(await call(db, cast.editor, "rewrite_letter", over, north, text, hash)).toEqual(refusal("letter_is_final"));
  expect(await call(db, cast.editor, "move_letter", over, north, deadlines)).toEqual(refusal("letter_is_final"));
  await addSignature(db, over, south, "2020-01-01");
  expect(await call(db, cast.neighbor, "withdraw_from_letter", over, south)).toEqual(refusal("letter_is_final"));
  expect(await call(db, cast.editor, "close_letter", over, north, "0".repeat(64))).toEqual(
    refusal("letter_changed_meanwhile"),
  );
  expect(await call(db, cast.editor, "close_letter", over, north, hash)).toEqual({ id: over });
  for (const [name, ...args] of [
    ["sign_letter", over, north, hash, true],
    ["withdraw_from_letter", over, north],
    ["close_letter", over, north, hash],
    ["show_letter", over, north, "everyone", "by_signing"],
    ["enter_signatory", over, north, hash, { english_name: "Band" }],
  ] as const) {
    const by = name.startsWith("sign") || name.startsWith("withdraw") ? cast.member : cast.editor;
    expect(await call(db, by, name, ...args), name).toEqual(refusal("letter_is_closed"));
  }
  await expect(
    db.given("update public.letters set signatory_order = 'by_signing' where id = $1", [over]),
  ).rejects.toThrow();
});

test("a signature is taken back under every text before the deadline, by whoever signs", async ({ db, cast }) => {
  const { south } = cast.organizations;
  const { id } = await letterOf(db, "ours");
  expect(await call(db, cast.neighbor, "withdraw_from_letter", id, south)).toEqual({ id });
  const shown = await shownTo(db, cast.neighbor, south, id);
  expect([namesOf(shown), shown.unconfirmed]).toEqual([["Choir"], []]);
  expect(shown.deeds.map(({ deed }) => deed)).toEqual(["withdrawn", "signed"]);
});

test("a removed member's signature stands with the organization, and their name is nobody's", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  await call(db, cast.member, "sign_letter", id, north, hash);
  const { id: member } = cast.member as { id: string };
  expect((await shownTo(db, cast.admin, north, id)).deeds[0]).toMatchObject({ deed: "signed", who: "member" });
  await db.given("delete from public.memberships where person_id = $1", [member]);
  expect((await shownTo(db, cast.admin, north, id)).deeds[0]).toMatchObject({ deed: "signed", who: null });
  expect(await db.catalog("select from public.signing_people")).toEqual([]);
  await db.given("delete from auth.users where id = $1", [member]);
  expect(namesOf(await shownTo(db, cast.neighbor, south, id))).toEqual(["Choir", "north", "south"]);
  expect(await call(db, cast.member, "sign_letter", id, north, hash)).toEqual(refusal("not_found"));
});

test("a draft and another coalition's letter are absent to whoever asks, signs or reads", async ({ db, cast }) => {
  const { north, south, far } = cast.organizations;
  const [draft, theirs, ours] = [await letterOf(db, "draft"), await letterOf(db, "theirs"), await letterOf(db, "ours")];
  expect(await call(db, cast.neighbor, "read_letter", draft.id)).toBeNull();
  expect(await call(db, cast.visitor, "read_letter", ours.id)).toBeNull();
  expect(await call(db, cast.outsider, "read_letter", ours.id)).toBeNull();
  expect(await call(db, cast.visitor, "read_letter", (await letterOf(db, "final")).id)).toMatchObject({
    coalition: null,
    signatories: [{ english_name: "Choir" }, { english_name: "north" }],
  });
  for (const [person, organization, letter, key] of [
    ["neighbor", south, draft, "not_found"],
    ["neighbor", south, theirs, "not_found"],
    ["outsider", far, ours, "not_found"],
    ["outsider", north, ours, "not_found"],
    ["stranger", south, ours, "not_found"],
    ["removed", north, ours, "not_found"],
    ["neighbor", south, { id: randomUUID(), hash: ours.hash }, "not_found"],
    ["member", north, draft, "letter_is_a_draft"],
  ] as const) {
    const answer = await call(db, cast[person], "sign_letter", letter.id, organization, letter.hash);
    expect(answer, person).toEqual(refusal(key));
  }
  expect(await call(db, cast.neighbor, "rewrite_letter", ours.id, south, {}, ours.hash)).toEqual(refusal("not_found"));
  expect(await call(db, cast.member, "close_letter", ours.id, north, ours.hash)).toEqual(refusal("not_allowed"));
  expect(await call(db, cast.outsider, "coalition_letters", "plan")).toBeNull();
  expect(await call(db, cast.neighbor, "organization_letters", north)).toBeNull();
});

test("whoever left the coalition keeps what it signed and no more", async ({ db, cast }) => {
  const { south } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  await db.given("delete from public.standings where organization_id = $1", [south]);
  // The choir signed after it did.
  expect(namesOf(await shownTo(db, cast.neighbor, south, id))).toEqual(["south"]);
  expect(await call(db, cast.neighbor, "read_letter", id)).toMatchObject({ coalition: null, hash });
});
