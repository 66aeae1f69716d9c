import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { type Cast, test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";

const card = {
  title: { en: "Clinic", ko: "상담" },
  kind: "clinic",
  area: "Koreatown",
  languages: ["ko", "en"],
  starts_local: "2027-01-05T10:00",
  ends_local: "2027-01-05T12:00",
  time_zone: "America/Los_Angeles",
  state: "scheduled",
  audience: "owner",
};
type Card = Record<string, unknown>;

const schedule = async (
  db: TestDatabase,
  { editor, organizations }: Cast,
  changes: Card = {},
  recipients: string[] = [],
  submission: string = randomUUID(),
  person: Person = editor,
) => {
  const [row] = await db.as<{ made: { id: string } }>(
    person,
    "select public.schedule_gathering($1, $2, $3::jsonb, $4::uuid[]) as made",
    [organizations.north, submission, { ...card, ...changes }, `{${recipients}}`],
  );
  return row?.made.id ?? "";
};

/** How a refusal reaches the app: its key, its status and the field it belongs to. */
const refusal = (key: string, status: number, field?: string) =>
  expect.objectContaining({
    message: key,
    code: `PT${status}`,
    detail: field ? expect.stringContaining(`"field": "${field}"`) : "{}",
  });

describe("a card that cannot be", () => {
  const long = "가".repeat(121);
  test.for<[string, Card, string, string]>([
    ["without a title", { title: {} }, "required", "title"],
    ["with a title of space and fillers", { title: { ko: " \u3164\u200b " } }, "required", "title"],
    ["with a title that is no object", { title: "x" }, "not_understood", "title"],
    ["with a title too long", { title: { ko: long } }, "too_long", "title.ko"],
    ["with a language that is none", { title: { "<b>": "x" } }, "not_understood", "title"],
    ["with a control character", { title: { en: "a\u0007b" } }, "not_plain_text", "title.en"],
    ["with a turned reading direction", { area: "a\u202eb" }, "not_plain_text", "area"],
    ["with an endless description", { description: { en: "x".repeat(4001) } }, "too_long", "description.en"],
    ["with an endless area", { area: long }, "too_long", "area"],
    ["with an unknown zone", { time_zone: "Mars/Olympus" }, "unknown_time_zone", "time_zone"],
    ["with a zone Postgres would take", { time_zone: "XYZ+5" }, "unknown_time_zone", "time_zone"],
    ["without a zone", { time_zone: null }, "unknown_time_zone", "time_zone"],
    ["without a start", { starts_local: null }, "required", "starts"],
    ["on a day that is none", { starts_local: "2027-02-30T10:00" }, "not_understood", "starts"],
    ["in infinity", { ends_local: "infinity" }, "not_understood", "ends"],
    ["in another century", { starts_local: "1899-01-05T10:00" }, "out_of_range", "starts"],
    ["ending before it starts", { ends_local: "2027-01-05T09:59" }, "ends_before_it_starts", "ends"],
    ["ending when it starts", { ends_local: "2027-01-05T10:00" }, "ends_before_it_starts", "ends"],
    ["lasting more than 31 days", { ends_local: "2027-02-05T10:01" }, "too_long_lasting", "ends"],
    [
      "in a skipped hour",
      { starts_local: "2027-03-14T02:30", ends_local: "2027-03-14T05:00" },
      "local_time_skipped",
      "starts",
    ],
    [
      "ending in a skipped hour",
      { starts_local: "2027-03-14T01:00", ends_local: "2027-03-14T02:59" },
      "local_time_skipped",
      "ends",
    ],
    [
      "in a repeated hour",
      { starts_local: "2027-11-07T01:30", ends_local: "2027-11-07T05:00" },
      "local_time_repeated",
      "starts",
    ],
    ["with a third fold", { starts_fold: 2 }, "not_understood", "starts_fold"],
    ["of an unknown kind", { kind: "party" }, "not_understood", "kind"],
    ["cancelled from the start", { state: "cancelled" }, "not_understood", "state"],
    ["for an unknown audience", { audience: "enemies" }, "not_understood", "audience"],
    ["with a coalition that is no id", { coalition_id: "x" }, "not_understood", "coalition_id"],
    ["for the coalition, without one", { audience: "coalition" }, "coalition_not_yours", "coalition_id"],
    [
      "for a coalition of others",
      { audience: "coalition", coalition_id: randomUUID() },
      "coalition_not_yours",
      "coalition_id",
    ],
    ["named to nobody", { audience: "named" }, "named_needs_recipients", "recipients"],
    ["with languages that are none", { languages: ["klingon!"] }, "not_understood", "languages"],
    ["with languages that are no list", { languages: "ko" }, "not_understood", "languages"],
  ])("%s is refused by name, and leaves nothing behind", async ([, changes, key, field], { db, cast }) => {
    await expect(schedule(db, cast, changes)).rejects.toEqual(refusal(key, 422, field));
    expect(await db.catalog("select from public.gatherings where title ->> 'en' = 'Clinic'")).toEqual([]);
  });

  test("named to an organization outside its coalitions is refused, and leaves nothing behind", async ({
    db,
    cast,
  }) => {
    const { far, north, south } = cast.organizations;
    for (const recipients of [[far], [south, far], [north], [randomUUID()]]) {
      await expect(schedule(db, cast, { audience: "named" }, recipients)).rejects.toEqual(
        refusal("recipient_not_in_coalition", 422, "recipients"),
      );
    }
    expect(await db.catalog("select from public.gatherings where title ->> 'en' = 'Clinic'")).toEqual([]);
  });

  test("is refused by the same rules when it comes without a command", async ({ db, cast }) => {
    const insert = (column: string, value: string) =>
      db.as(
        cast.editor,
        `insert into public.gatherings (organization_id, title, starts_local, ends_local, time_zone${column ? `, ${column}` : ""})
         values ($1, '{"en": "x"}', '2027-11-07 01:30', '2027-11-07 05:00', 'America/Los_Angeles'${column ? `, ${value}` : ""})`,
        [cast.organizations.north],
      );
    await expect(insert("", "")).rejects.toEqual(refusal("local_time_repeated", 422, "starts"));
    await expect(insert("starts_fold, state", "0, 'cancelled'")).rejects.toEqual(
      refusal("reason_required", 422, "reason"),
    );
    await expect(insert("starts_at", "now()")).rejects.toMatchObject({ code: "42501" });
    await insert("starts_fold", "1");
    const [row] = await db.as(cast.editor, "select starts_at::text from public.gatherings where title ->> 'en' = 'x'");
    expect(row).toEqual({ starts_at: "2027-11-07 09:30:00+00" });
  });
});

test("what is stored is composed, trimmed and only us unless said otherwise", async ({ db, cast }) => {
  const id = await schedule(db, cast, {
    title: { ko: "  \u1106\u1169\u110b\u1175\u11b7   하나 ", en: "" },
    description: { ko: "줄\r\n바꿈\n" },
    audience: undefined,
    state: undefined,
    languages: ["ko", "ko", "en"],
  });
  const row = await db.given(
    "select title, description, audience, state, languages, shared_at from public.gatherings where id = $1",
    [id],
  );
  expect(row).toEqual({
    title: { ko: "모임 하나" },
    description: { ko: "줄\n바꿈" },
    audience: "owner",
    state: "draft",
    languages: ["ko", "en"],
    shared_at: null,
  });
});

test("the same submission twice is one gathering with its first content", async ({ db, cast }) => {
  const submission = randomUUID();
  const first = await schedule(db, cast, {}, [], submission);
  expect(await schedule(db, cast, { title: { en: "Twice" } }, [], submission)).toBe(first);
  expect(
    await db.given("select title ->> 'en' as title, version from public.gatherings where id = $1", [first]),
  ).toEqual({
    title: "Clinic",
    version: 1,
  });
});

test("a viewer is told that the role does not allow it; a stranger, that there is nothing", async ({ db, cast }) => {
  const as = (person: Person) => schedule(db, cast, {}, [], randomUUID(), person);
  await expect(as(cast.viewer)).rejects.toEqual(refusal("not_allowed", 403));
  await expect(as(cast.both)).rejects.toEqual(refusal("not_allowed", 403));
  await expect(as(cast.stranger)).rejects.toEqual(refusal("not_found", 404));
  await expect(as(cast.signedOut)).rejects.toEqual(refusal("not_found", 404));
  await expect(as(cast.visitor)).rejects.toMatchObject({ code: "42501" });
});

describe("changing a gathering", () => {
  const change = (db: TestDatabase, cast: Cast, sql: string, id: string, ...values: unknown[]) =>
    db.as<{ done: { version: number } }>(cast.editor, `select ${sql} as done`, [
      id,
      cast.organizations.north,
      ...values,
    ]);
  const revise = "public.revise_gathering($1, $2, $3, $4::jsonb, $5::uuid[])";
  const cancel = "public.cancel_gathering($1, $2, $3, $4)";
  const restore = "public.restore_gathering($1, $2, $3)";

  test("an edit over somebody's newer edit is refused and loses neither", async ({ db, cast }) => {
    const id = await schedule(db, cast);
    expect(await change(db, cast, revise, id, 1, { ...card, area: "A" }, "{}")).toEqual([{ done: { id, version: 2 } }]);
    await expect(change(db, cast, revise, id, 1, { ...card, area: "B" }, "{}")).rejects.toEqual(
      refusal("changed_meanwhile", 409),
    );
    await expect(change(db, cast, revise, id, null, card, "{}")).rejects.toEqual(refusal("changed_meanwhile", 409));
    expect(await db.given("select area from public.gatherings where id = $1", [id])).toEqual({ area: "A" });
  });

  test("recipients follow the list, and go when the audience is another", async ({ db, cast }) => {
    const { east, south } = cast.organizations;
    const id = await schedule(db, cast, { audience: "named" }, [south, south]);
    const recipients = async () =>
      (await db.catalog("select recipient_id from public.shares where gathering_id = $1", [id])).map(
        (row) => row.recipient_id,
      );
    const version = async () =>
      (await db.given<{ version: number }>("select version from public.gatherings where id = $1", [id])).version;
    expect(await recipients()).toEqual([south]);
    await change(db, cast, revise, id, await version(), { ...card, audience: "named" }, `{${east}}`);
    expect(await recipients()).toEqual([east]);
    await change(db, cast, revise, id, await version(), card, `{${east}}`);
    expect(await recipients()).toEqual([]);
  });

  test("it is cancelled with a reason, once, and restored, once", async ({ db, cast }) => {
    const id = await schedule(db, cast);
    await expect(change(db, cast, cancel, id, 1, " \n ")).rejects.toEqual(refusal("reason_required", 422, "reason"));
    await expect(change(db, cast, cancel, id, 1, "x".repeat(501))).rejects.toEqual(refusal("too_long", 422, "reason"));
    await expect(change(db, cast, restore, id, 1)).rejects.toEqual(refusal("not_cancelled", 409));
    await change(db, cast, cancel, id, 1, "비가 옵니다");
    await expect(change(db, cast, cancel, id, 2, "again")).rejects.toEqual(refusal("already_cancelled", 409));
    // An edit does not restore it in passing.
    await change(db, cast, revise, id, 2, { ...card, state: "draft" }, "{}");
    await change(db, cast, restore, id, 3);
    expect(
      await db.given("select state, cancellation_reason, version from public.gatherings where id = $1", [id]),
    ).toEqual({
      state: "scheduled",
      cancellation_reason: null,
      version: 4,
    });
  });

  test("a draft cannot be cancelled into somebody's sight", async ({ db, cast }) => {
    const id = await schedule(db, cast, { state: "draft", audience: "everyone" });
    await expect(change(db, cast, cancel, id, 1, "x")).rejects.toEqual(refusal("still_a_draft", 409));
    expect(await db.as(cast.visitor, "select from public.gatherings where id = $1", [id])).toEqual([]);
  });
});

test("a calendar of a hundred years is refused", async ({ db, cast }) => {
  const ask = (from: string, to: string) =>
    db.as(cast.viewer, "select public.organization_calendar($1, $2::text::date, $3::text::date)", [
      cast.organizations.north,
      from,
      to,
    ]);
  await expect(ask("2026-01-01", "2098-01-01")).rejects.toEqual(refusal("range_too_long", 422));
  await expect(ask("-infinity", "infinity")).rejects.toEqual(refusal("out_of_range", 422));
});
