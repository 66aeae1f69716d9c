import fc from "fast-check";
import { expect } from "vitest";
import { test } from "./support/cast";
import type { TestDatabase } from "./support/database";
import { names, Pooling, type Step } from "./support/pooling";

const who = fc.nat(names.length - 1);
const month = fc.nat(5);
const enter = fc.record({
  does: fc.constant("enter" as const),
  who,
  month,
  amount: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(1000), fc.constant(1_000_000_000)),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: enter },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("hand over" as const), who, month }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom("join" as const, "leave" as const), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("take back" as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("edit" as const), last: fc.nat(12) }) },
);
/** What happens until a month closes: most have entered their number of it by then, some have not. */
const monthOf = (at: number) =>
  fc
    .tuple(
      fc
        .subarray([...names.keys()], { minLength: 2 })
        .chain((counting) =>
          fc.tuple(...counting.map((one) => enter.map((entered) => ({ ...entered, who: one, month: at })))),
        ),
      fc.array(step, { maxLength: 8 }),
    )
    .map(([counted, others]): Step[] => [...counted, ...others, { does: "close" }]);
const history = fc.record({
  /** Some counts have ended before their time, until an edit lets them go on. */
  last: fc.oneof({ weight: 2, arbitrary: fc.constant(12) }, { weight: 1, arbitrary: fc.nat(4) }),
  steps: fc.tuple(...[0, 1, 2, 3, 4, 5].map(monthOf)).map((months) => months.flat()),
});

test("whatever organizations enter, correct, join, leave, hand over and take back, and whatever the lead edits, nobody solves for another's number", {
  timeout: 120_000,
}, async ({ db, cast }) => {
  const seen = { published: 0, refused: 0, edited: 0 };
  await fc.assert(
    fc.asyncProperty(history, async ({ last, steps }) => {
      const pooling = await Pooling.begin(db, cast, last);
      for (const one of steps) {
        await pooling.take(one);
        if (one.does === "close" || one.does === "hand over") expect(pooling.leaks()).toEqual([]);
      }
      seen.published += pooling.published;
      seen.refused += pooling.refused;
      seen.edited += pooling.edited;
    }),
    { numRuns: 30 },
  );
  expect(seen.published).toBeGreaterThan(30);
  expect(seen.refused).toBeGreaterThan(10);
  expect(seen.edited).toBeGreaterThan(30);
});

/** What each rule keeps from being found out: without it, the same solver finds something. */
const counted = (at: number, ...amounts: number[]): Step[] =>
  amounts.flatMap((amount, one): Step[] => (amount < 0 ? [] : [{ does: "enter", who: one, month: at, amount }]));
const rules: Record<
  string,
  { breaking: [name: string, rule: string, instead: string][]; steps: Step[]; finds: string }
> = {
  "the minimum of contributors": {
    breaking: [["close_months", "sum_of_parts.contributors >= metric.minimum", "true"]],
    steps: [...counted(0, 5, 7), { does: "close" }],
    finds: "lead knows one",
  },
  "no total of what came late alone": {
    breaking: [
      ["close_months", "sum_of_parts.contributors >= metric.minimum", "true"],
      ["close_months", "sum_of_parts.largest < sum_of_parts.total", "true"],
    ],
    steps: [
      ...counted(0, 5, 7, 9),
      { does: "close" },
      { does: "enter", who: 3, month: 0, amount: 8 },
      { does: "close" },
    ],
    finds: "somebody who counts nothing knows three",
  },
  "no total that is one organization's": {
    breaking: [["close_months", "sum_of_parts.largest < sum_of_parts.total", "true"]],
    steps: [...counted(0, 5, 0, 0), { does: "close" }],
    finds: "lead knows that nobody else counted anything",
  },
  "no hand-over that leaves one": {
    breaking: [["hand_over_number", "private.handing_reveals(", "null <> ("]],
    steps: [...counted(0, 5, 7, 9), { does: "close" }, { does: "hand over", who: 1, month: 0 }],
    finds: "lead knows two",
  },
  "what was taken back was seen": {
    breaking: [["handing_reveals", "h.metric_id = m.id and", "h.metric_id = m.id and h.revoked_at is null and"]],
    steps: [
      ...counted(0, 5, 7, 9, 4),
      { does: "close" },
      { does: "hand over", who: 1, month: 0 },
      { does: "take back", who: 1 },
      { does: "hand over", who: 2, month: 0 },
    ],
    finds: "lead knows three",
  },
};

for (const [rule, { breaking, steps, finds }] of Object.entries(rules)) {
  test(`the solver is no blind one: without the rule "${rule}" it finds a number, with it none`, async ({
    db,
    cast,
  }) => {
    const play = async () => {
      const pooling = await Pooling.begin(db, cast);
      for (const one of steps) await pooling.take(one);
      return pooling.leaks();
    };
    expect(await play()).toEqual([]);
    await db.given("alter table public.pooled_snapshots drop constraint pooled_snapshots_never_below_three");
    for (const one of breaking) await breakRule(db, one);
    expect(await play()).toContain(finds);
  });
}

async function breakRule(db: TestDatabase, [name, rule, instead]: [string, string, string]) {
  const { text } = await db.given<{ text: string }>(
    "select pg_get_functiondef(p.oid) as text from pg_proc p where p.pronamespace = 'private'::regnamespace and p.proname = $1",
    [name],
  );
  expect(text).toContain(rule);
  await db.given(text.replace(rule, instead));
}
