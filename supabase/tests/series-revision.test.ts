import { describe, expect } from "vitest";
import { repetitionValues } from "../../app/features/gatherings/repeating/repetition-values";
import { planRevision, ruleEndingBefore } from "../../app/features/gatherings/repeating/revise-plan";
import type { TypedRepetition } from "../../app/features/gatherings/repeating/typed-repetition";
import { type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";
import { type Occurrence, occurrencesOf, putUp } from "./support/series";

type Stored = Parameters<typeof planRevision>[0]["stored"] & { id: string; version: number; [field: string]: unknown };
type Change = {
  of: Occurrence | undefined;
  scope: "following" | "all";
  card?: Record<string, unknown>;
  detail?: Record<string, unknown>;
  typed?: TypedRepetition;
  notes?: string;
  version?: number;
};

/** Saves the form of an occurrence, with what was changed in it, as its route does. */
async function revise(
  db: TestDatabase,
  cast: Cast,
  { of, scope, card = {}, detail, typed = {}, notes, version }: Change,
) {
  const [row] = await db.as<{ stored: Stored }>(cast.editor, "select public.edit_gathering($1, $2) as stored", [
    of?.id,
    cast.organizations.north,
  ]);
  const stored = row?.stored as Stored;
  const sent = { ...stored, ...card } as Stored & { state: string };
  const asked = { ...repetitionValues(stored.series), ...typed };
  const series = planRevision({
    typed: asked,
    card: sent,
    stored,
    scope,
    reason: "Changed",
    now: new Date("2041-01-01"),
  });
  await db.as(
    cast.editor,
    "select public.revise_series($1, $2, $3, $4::jsonb, $5::uuid[], $6::jsonb, $7, $8, $9::jsonb) as done",
    [
      stored.id,
      cast.organizations.north,
      version ?? stored.version,
      { ...sent, state: sent.state === "cancelled" ? "scheduled" : sent.state },
      `{${sent.recipients as string[]}}`,
      detail ? { ...(stored.detail as object), ...detail } : stored.detail,
      notes ?? (stored.notes as string | null) ?? "",
      scope,
      series,
    ],
  );
}

const weekly = "FREQ=WEEKLY;COUNT=5;BYDAY=SA";
const titles = (found: Occurrence[]) => found.map(({ title }) => title.en);
const starts = (found: Occurrence[]) => found.map((one) => one.starts.slice(5));

test("a name changed for all that follow stays what it was before, and where one was named for itself", async ({
  db,
  cast,
}) => {
  await putUp(db, cast, { rule: weekly, card: { title: { en: "Circle", ko: "모임" } } });
  const [, second, , fourth] = await occurrencesOf(db, "*");
  await db.given("update public.gatherings set area = 'Wilshire' where id = $1", [fourth?.id]);
  await db.given('update public.gatherings set title = title || \'{"ko": "잔치"}\' where id = $1', [fourth?.id]);
  await revise(db, cast, { of: second, scope: "following", card: { title: { en: "Reading", ko: "모임" } } });
  const after = await occurrencesOf(db, "*");
  expect(titles(after)).toEqual(["Circle", "Reading", "Reading", "Reading", "Reading"]);
  expect(after[3]?.title.ko).toBe("잔치");
  const { area } = await db.given<{ area: string }>("select area from public.gatherings where id = $1", [fourth?.id]);
  expect(area).toBe("Wilshire");
  expect(new Set(after.map(({ series_id }) => series_id)).size).toBe(1);
});

test("an hour later for all moves each, but the one that was moved for itself", async ({ db, cast }) => {
  await putUp(db, cast, { rule: weekly });
  const before = await occurrencesOf(db);
  const [, , third, fourth] = before;
  await db.as(cast.editor, "select public.move_gathering($1, $2, $3, '2041-01-27T15:00', '2041-01-27T16:00')", [
    fourth?.id,
    cast.organizations.north,
    fourth?.version,
  ]);
  await revise(db, cast, {
    of: third,
    scope: "all",
    card: { starts_local: "2041-01-19T11:00:00", ends_local: "2041-01-19T14:00:00" },
  });
  const after = await occurrencesOf(db);
  expect(starts(after)).toEqual(["01-05 11:00", "01-12 11:00", "01-19 11:00", "01-27 15:00", "02-02 11:00"]);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after[3]?.recurrence).toBe("2041-01-26 11:00");
  expect(after[0]?.ends).toBe("2041-01-05 14:00");
});

test("a day later for those that follow keeps every one of them, and the series before ends", async ({ db, cast }) => {
  await putUp(db, cast, { rule: weekly });
  const before = await occurrencesOf(db);
  await revise(db, cast, {
    of: before[2],
    scope: "following",
    card: { starts_local: "2041-01-20T10:00:00", ends_local: "2041-01-20T12:00:00" },
  });
  const after = await occurrencesOf(db);
  expect(starts(after)).toEqual(["01-05 10:00", "01-12 10:00", "01-20 10:00", "01-27 10:00", "02-03 10:00"]);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  const rules = await db.catalog<{ rule: string; finished: boolean }>(
    "select rule, finished from public.gathering_series where id = any ($1::uuid[]) order by starts_local",
    [`{${after.map(({ series_id }) => series_id)}}`],
  );
  expect(rules).toEqual([
    { rule: "FREQ=WEEKLY;UNTIL=20410112T235959;BYDAY=SA", finished: true },
    { rule: "FREQ=WEEKLY;COUNT=3;BYDAY=SU", finished: true },
  ]);
});

test("another rule keeps the days that stay, cancels what others have seen, and leaves no trace of what nobody has", async ({
  db,
  cast,
}) => {
  await putUp(db, cast, { rule: weekly });
  const before = await occurrencesOf(db);
  await db.given("update public.gatherings set audience = 'everyone' where id = $1", [before[1]?.id]);
  await revise(db, cast, { of: before[0], scope: "all", typed: { every: "2", times: "3" } });
  const after = await occurrencesOf(db);
  expect(after.map((one) => [one.starts.slice(5), one.state])).toEqual([
    ["01-05 10:00", "scheduled"],
    ["01-12 10:00", "cancelled"],
    ["01-19 10:00", "scheduled"],
    ["02-02 10:00", "scheduled"],
  ]);
  expect(after.map(({ id }) => id)).toEqual([0, 1, 2, 4].map((at) => before[at]?.id));
});

test("a gathering that stood alone begins to repeat, and ceases to", async ({ db, cast }) => {
  await putUp(db, cast, { rule: "FREQ=WEEKLY;COUNT=1" });
  const [only] = await occurrencesOf(db);
  await db.given("update public.gatherings set series_id = null, recurrence_local = null where id = $1", [only?.id]);
  await revise(db, cast, { of: only, scope: "all", typed: { repeats: "daily", repeat_ends: "times", times: "3" } });
  expect(starts(await occurrencesOf(db))).toEqual(["01-05 10:00", "01-06 10:00", "01-07 10:00"]);
  await revise(db, cast, { of: only, scope: "all", typed: { repeats: "no" } });
  const [left, ...others] = await occurrencesOf(db);
  expect([left?.id, left?.series_id, others]).toEqual([only?.id, null, []]);
});

test("what stands below the card goes to all; what was made public of it was decided for all", async ({ db, cast }) => {
  const open = { audience: "everyone" };
  await putUp(db, cast, { rule: weekly, card: open, detail: { address: "Somewhere 1" }, notes: "Key" });
  const [first] = await occurrencesOf(db);
  const change = { of: first, scope: "all" as const, notes: "Other key" };
  await expect(revise(db, cast, { ...change, detail: { audience: "everyone" } })).rejects.toMatchObject({
    message: "publishing_is_a_decision",
  });
  await revise(db, cast, { ...change, detail: { audience: "everyone", publish: "true" } });
  const { seen, noted } = await db.given<{ seen: number; noted: number }>(
    `select (select count(*)::int from public.gathering_details d where d.audience = 'everyone' and d.address = 'Somewhere 1'
       and d.gathering_id = any ($1::uuid[])) as seen,
       (select count(*)::int from public.gathering_notes n where n.body = 'Other key' and n.gathering_id = any ($1::uuid[])) as noted`,
    [`{${(await occurrencesOf(db)).map(({ id }) => id)}}`],
  );
  expect([seen, noted]).toEqual([5, 5]);
});

test("a change over somebody else's newer one is refused, and nothing of it is written", async ({ db, cast }) => {
  await putUp(db, cast, { rule: weekly });
  const before = await occurrencesOf(db);
  await db.given("update public.gatherings set area = 'Elsewhere' where id = $1", [before[1]?.id]);
  await expect(
    revise(db, cast, {
      of: before[1],
      scope: "all",
      card: { title: { en: "Other" } },
      version: before[1]?.version ?? 0,
    }),
  ).rejects.toMatchObject({ code: "PT409", message: "changed_meanwhile" });
  expect(titles(await occurrencesOf(db))).toHaveLength(5);
});

describe("what is over", () => {
  test("stays as it was, and is not where a change begins", async ({ db, cast }) => {
    await putUp(db, cast, { rule: weekly });
    const before = await occurrencesOf(db);
    await db.given(
      "update public.gatherings set starts_local = '2020-01-04 10:00', ends_local = '2020-01-04 12:00' where id = $1",
      [before[0]?.id],
    );
    await revise(db, cast, { of: before[2], scope: "all", card: { area: "Elsewhere" } });
    const areas = await db.catalog<{ area: string }>(
      "select area from public.gatherings where id = any ($1::uuid[]) order by recurrence_local",
      [`{${before.map(({ id }) => id)}}`],
    );
    expect(areas.map(({ area }) => area)).toEqual(["Koreatown", ...Array(4).fill("Elsewhere")]);
    await expect(revise(db, cast, { of: before[0], scope: "all" })).rejects.toMatchObject({ message: "already_over" });
  });
});

describe("cancelling", () => {
  const cancel = (db: TestDatabase, cast: Cast, of: Occurrence | undefined, scope: string) =>
    db.as(cast.editor, "select public.cancel_series($1, $2, $3, 'Rain', $4, $5)", [
      of?.id,
      cast.organizations.north,
      of?.version,
      scope,
      ruleEndingBefore({ rule: weekly, starts_local: "2041-01-05T10:00:00" }, of?.recurrence.replace(" ", "T") ?? ""),
    ]);

  test("this and those that follow leaves those before, and the series ends", async ({ db, cast }) => {
    await putUp(db, cast, { rule: weekly });
    const before = await occurrencesOf(db);
    await cancel(db, cast, before[3], "following");
    const after = await occurrencesOf(db);
    expect(after.map(({ state }) => state)).toEqual([...Array(3).fill("scheduled"), "cancelled", "cancelled"]);
    expect(
      await db.given("select rule, finished from public.gathering_series where id = $1", [before[0]?.series_id]),
    ).toEqual({ rule: "FREQ=WEEKLY;UNTIL=20410119T235959;BYDAY=SA", finished: true });
  });

  test("all of it, and none but its editors", async ({ db, cast }) => {
    await putUp(db, cast, { rule: weekly });
    const [first] = await occurrencesOf(db);
    await expect(cancel(db, { ...cast, editor: cast.viewer }, first, "all")).rejects.toMatchObject({
      message: "not_allowed",
    });
    await expect(cancel(db, { ...cast, editor: cast.neighbor }, first, "all")).rejects.toMatchObject({
      message: "not_found",
    });
    await cancel(db, cast, first, "all");
    expect(new Set((await occurrencesOf(db)).map(({ state }) => state))).toEqual(new Set(["cancelled"]));
  });
});
