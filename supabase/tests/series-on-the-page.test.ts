import { describe, expect } from "vitest";
import { test } from "./support/cast";
import { occurrencesOf, putUp } from "./support/series";

describe("on the page", () => {
  const read = async (db: Parameters<typeof putUp>[0], person: Parameters<typeof db.as>[0], id: string) => {
    const [row] = await db.as<{ page: { series: { rule: string; next: unknown; coming: { id: string }[] } } | null }>(
      person,
      "select public.read_gathering($1) as page",
      [id],
    );
    return row?.page?.series;
  };

  test("the owner's people read the whole rule; whoever sees some of it learns no count, and nothing of the others", async ({
    db,
    cast,
  }) => {
    const { id } = await putUp(db, cast, { rule: "FREQ=WEEKLY;COUNT=6;BYDAY=SA" });
    const all = await occurrencesOf(db);
    await db.given("update public.gatherings set audience = 'everyone' where id = any ($1::uuid[])", [
      `{${id},${all[2]?.id},${all[3]?.id}}`,
    ]);
    expect(await read(db, cast.viewer, id)).toMatchObject({
      rule: "FREQ=WEEKLY;COUNT=6;BYDAY=SA",
      next: { id: all[1]?.id },
    });
    for (const person of [cast.visitor, cast.outsider, cast.neighbor]) {
      const series = await read(db, person, id);
      expect(series).toMatchObject({ rule: "FREQ=WEEKLY;BYDAY=SA", next: { id: all[2]?.id }, skipped: [] });
      expect(series?.coming.map((one) => one.id)).toEqual([id, all[2]?.id, all[3]?.id]);
    }
    await expect(db.as(cast.neighbor, "select rule from public.gathering_series")).rejects.toMatchObject({
      code: "42501",
    });
  });

  test.for([
    ["one alone", [0], ""],
    ["every other one", [0, 4, 8], ""],
    ["Tuesdays alone, of which two follow one another", [0, 2, 8], "FREQ=WEEKLY;BYDAY=TU"],
    ["a Tuesday and a Thursday of one week", [0, 1], ""],
    ["both days of two weeks", [0, 1, 2, 3], "FREQ=WEEKLY;BYDAY=TU,TH"],
  ] as const)("who sees %s reads no more of the rule than those bear out", async ([, open, rule], { db, cast }) => {
    const { id } = await putUp(db, cast, { rule: "FREQ=WEEKLY;COUNT=12;BYDAY=TU,TH", starts: "2041-01-08T10:00:00" });
    const all = await occurrencesOf(db);
    await db.given("update public.gatherings set audience = 'everyone' where id = any ($1::uuid[])", [
      `{${open.map((place) => all[place]?.id)}}`,
    ]);
    expect(await read(db, cast.outsider, id)).toMatchObject({ rule });
  });
});
