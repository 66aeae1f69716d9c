import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { test } from "./support/cast";
import { type Answer, call, letterOf, namesOf, refusal, shownTo } from "./support/letter-steps";
import { addSignature } from "./support/letters";

test("an organization counts once under all of its names, whoever comes first", async ({ db, cast }) => {
  const { north, south, east } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  await db.given("update public.organizations set aliases = '{KRCC}', korean_name = '마당집' where id = $1", [south]);
  await call(db, cast.neighbor, "withdraw_from_letter", id, south);
  await db.given("delete from public.standings where organization_id = $1", [south]);
  const enter = (english_name: string, korean_name = "") =>
    call(db, cast.editor, "enter_signatory", id, north, hash, { english_name, korean_name });
  // South is no fellow, so its names tell nothing; entered, each counts once.
  expect(await enter("KRCC")).toEqual({ id: expect.any(String) });
  expect(await enter("K.R.C.C., Inc.")).toEqual(refusal("signatory_stands_there"));
  expect(await enter("Something", "양귀비")).toEqual({ id: expect.any(String) });
  expect(await enter("Else", "양 귀 비")).toEqual(refusal("signatory_stands_there"));
  await db.given("insert into public.standings values ($1, $2, 'core')", [south, cast.coalitions.plan]);
  // Now it signs for itself, and what was entered under its alias goes.
  expect(await call(db, cast.neighbor, "sign_letter", id, south, hash)).toEqual({ outcome: "signed" });
  expect(namesOf(await shownTo(db, cast.editor, north, id))).toEqual(["Choir", "Something", "south"]);
  for (const name of ["krcc", "The South", "마당집"]) {
    expect(await enter(name), name).toEqual(refusal("signatory_stands_there"));
  }
  expect(await enter("EAST")).toEqual(refusal("signatory_signs_itself"));
  expect(await enter(" ... ")).toEqual(refusal("required"));
  await db.given("update public.organizations set aliases = '{Hidden}' where id = $1", [east]);
  expect(await enter("hidden")).toEqual(refusal("signatory_signs_itself"));
});

test("two organizations of one name are two signatories, told apart to those who may know them", async ({
  db,
  cast,
}) => {
  const { north, south, east } = cast.organizations;
  await db.given("update public.organizations set display_name = 'Hope Center' where id in ($1, $2)", [south, east]);
  const { id } = await letterOf(db, "ours");
  await db.given("delete from public.letter_signatures where letter_id = $1", [id]);
  await addSignature(db, id, south);
  await addSignature(db, id, east);
  const told = async (person: "editor" | "visitor") => {
    const letter = await call<{ signed: number; signatories: { english_name: string; apart: string | null }[] }>(
      ...([db, cast[person], "read_letter", id] as const),
    );
    return [letter.signed, letter.signatories.map(({ english_name, apart }) => `${english_name} ${apart}`).sort()];
  };
  expect(await told("editor")).toEqual([3, ["Choir null", "Hope Center east", "Hope Center south"]]);
  expect((await shownTo(db, cast.editor, north, id)).signed).toBe(3);
  // They invite everyone to nothing, so a visitor may not know them.
  await db.given("update public.letters set audience = 'everyone' where id = $1", [id]);
  await db.given("update public.letters set closed_at = now() where id = $1", [id]);
  expect(await told("visitor")).toEqual([3, ["Choir null", "Hope Center null", "Hope Center null"]]);
});

test("an organization that nobody here may know of is not given away by its names", async ({ db, cast }) => {
  const { north } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  expect(await call(db, cast.editor, "enter_signatory", id, north, hash, { english_name: "Far" })).toEqual({
    id: expect.any(String),
  });
});

test("the lead confirms, and takes off, whom it entered", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const { id, hash } = await letterOf(db, "ours");
  const text = { title: { en: "ours" }, body: { en: "We ask again." } };
  const { hash: changed } = await call(db, cast.editor, "rewrite_letter", id, north, text, hash);
  const { id: other } = await db.given<{ id: string }>("select id from public.letter_others where letter_id = $1", [
    id,
  ]);
  const confirm = (seen: string) => call(db, cast.editor, "confirm_signatory", other, id, north, seen);
  expect(await confirm(hash)).toEqual(refusal("letter_changed_meanwhile"));
  expect(await call(db, cast.neighbor, "confirm_signatory", other, id, south, changed)).toEqual(refusal("not_found"));
  expect(await confirm(changed)).toEqual({ id: other });
  expect(namesOf(await shownTo(db, cast.editor, north, id))).toEqual(["Choir"]);
  expect(await call(db, cast.editor, "remove_signatory", other, id, north)).toEqual({ id: other });
  expect(await call(db, cast.editor, "remove_signatory", other, id, north)).toEqual(refusal("not_found"));
});

test("names stand by the alphabet or as they signed, as the lead chose, and readers stand once somebody signed", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const { id } = await letterOf(db, "ours");
  const show = (audience: string, order: string) => call(db, cast.editor, "show_letter", id, north, audience, order);
  expect(await show("everyone", "alphabetical")).toEqual(refusal("letter_is_signed"));
  expect(await show("coalition", "backwards")).toEqual(refusal("choose_one"));
  await db.given("update public.letter_others set signed_at = now() + interval '1 minute' where letter_id = $1", [id]);
  expect(namesOf(await shownTo(db, cast.editor, north, id))).toEqual(["Choir", "south"]);
  expect(await show("coalition", "by_signing")).toEqual({ id });
  expect(namesOf(await shownTo(db, cast.editor, north, id))).toEqual(["south", "Choir"]);
  expect(await call(db, cast.neighbor, "show_letter", id, south, "owner", "by_signing")).toEqual(refusal("not_found"));
  const draft = await letterOf(db, "draft");
  expect(await call(db, cast.editor, "show_letter", draft.id, north, "everyone", "alphabetical")).toEqual({
    id: draft.id,
  });
});

test("an admin says who signs, of the organization's own people, and nobody else learns of it", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const { id: editor } = cast.editor as { id: string };
  const { id: neighbor } = cast.neighbor as { id: string };
  const choose = (person: "admin" | "editor", who: string, people: string[], organization = north) =>
    call(db, cast[person], "choose_signers", organization, who, `{${people.join(",")}}`);
  expect(await choose("editor", "editors", [])).toEqual(refusal("not_allowed"));
  expect(await choose("admin", "named", [])).toEqual(refusal("name_somebody"));
  expect(await choose("admin", "named", [neighbor])).toEqual(refusal("choose_one"));
  expect(await choose("admin", "editors", [], south)).toEqual(refusal("not_found"));
  expect(await choose("admin", "named", [editor])).toEqual({ id: north });
  const { id, hash } = await letterOf(db, "ours");
  expect(await call(db, cast.member, "sign_letter", id, north, hash)).toEqual({ outcome: "asked" });
  expect(await call(db, cast.editor, "sign_letter", id, north, hash)).toEqual({ outcome: "signed" });
  expect(await call(db, cast.neighbor, "signing_rule", north)).toBeNull();
  expect(await call(db, cast.admin, "signing_rule", north)).toMatchObject({ who: "named" });
});

test("a letter is begun once, with deadlines that are times, in texts of a letter's length", async ({ db, cast }) => {
  const { north, far } = cast.organizations;
  const submission = randomUUID();
  const content = {
    ...{
      coalition_id: cast.coalitions.plan,
      title: { en: "New", ko: "새 글" },
      body: { en: "We ask.", ko: "부탁해요." },
    },
    ...{ due_local: "2027-05-01T17:00", internal_local: "2027-04-20T17:00", time_zone: "America/Chicago" },
  };
  const make = (changed: object, person: "editor" | "member" | "outsider" = "editor", organization = north) =>
    call<Answer>(db, cast[person], "make_letter", organization, submission, { ...content, ...changed });
  for (const [changed, key] of [
    [{ title: {} }, "required"],
    [{ body: { en: "We ask." } }, "required"],
    [{ body: { en: "x".repeat(20_001), ko: "부탁해요." } }, "too_long"],
    [{ body: { en: "x".repeat(1_048_576), ko: "부탁해요." } }, "too_long"],
    [{ due_local: "2027-03-14T02:30" }, "local_time_skipped"],
    [{ due_local: "2027-11-07T01:30" }, "local_time_repeated"],
    [{ internal_local: "2027-03-14T02:30" }, "local_time_skipped"],
    [{ internal_local: "2027-05-01T17:00" }, "internal_after_deadline"],
    [{ due_local: "2020-05-01T17:00" }, "deadline_is_over"],
    [{ due_local: "soon" }, "not_understood"],
    [{ time_zone: "XYZ+5" }, "unknown_time_zone"],
    [{ coalition_id: cast.coalitions.open }, "coalition_not_yours"],
  ] as const) {
    expect(await make(changed), key).toEqual(refusal(key));
  }
  expect(await make({}, "member")).toEqual(refusal("not_allowed"));
  expect(await make({}, "outsider", far)).toEqual(refusal("coalition_not_yours"));
  const made = await make({ due_local: "2027-11-07T01:30", due_fold: 1 });
  expect(await make({})).toEqual(made);
  const later = "select due_at = '2027-11-07T07:30Z' as is_later from public.letters where id = $1";
  expect(await db.given(later, [made.id])).toEqual({ is_later: true });
  const { hash } = await letterOf(db, "New");
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});
