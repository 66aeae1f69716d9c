import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { test } from "./support/cast";
import { cardOf, occurrencesOf, putUp, saturday } from "./support/series";

const refusal = (key: string, status: number, field?: string) =>
  expect.objectContaining({
    message: key,
    code: `PT${status}`,
    detail: field ? expect.stringContaining(`"field": "${field}"`) : expect.anything(),
  });

test("four Saturdays are four gatherings, with every layer, of one series", async ({ db, cast }) => {
  const { south } = cast.organizations;
  const made = await putUp(db, cast, {
    rule: "FREQ=WEEKLY;COUNT=4;BYDAY=SA",
    card: { audience: "named" },
    recipients: [south],
    detail: { address: "Somewhere 1", audience: "named", recipients: [south] },
    notes: "Bring the key.",
  });
  const found = await occurrencesOf(db);
  expect(found.map(({ starts }) => starts)).toEqual([
    "2041-01-05 10:00",
    "2041-01-12 10:00",
    "2041-01-19 10:00",
    "2041-01-26 10:00",
  ]);
  expect(found[0]?.id).toBe(made.id);
  expect(new Set(found.map(({ series_id }) => series_id)).size).toBe(1);
  const ids = `{${found.map(({ id }) => id)}}`;
  const below = await db.given(
    `select (select count(*)::int from public.gathering_details where address = 'Somewhere 1' and gathering_id = any ($1::uuid[])) as details,
       (select count(*)::int from public.gathering_notes where body = 'Bring the key.' and gathering_id = any ($1::uuid[])) as notes,
       (select count(*)::int from public.shares where in_force and recipient_id = $2 and gathering_id = any ($1::uuid[])) as shares,
       (select count(*)::int from public.gathering_changes where 'created' = any (fields) and gathering_id = any ($1::uuid[])) as made`,
    [ids, south],
  );
  expect(below).toEqual({ details: 4, notes: 4, shares: 8, made: 4 });
  const seen = await db.as(cast.neighbor, "select id from public.gatherings where id = any ($1::uuid[])", [ids]);
  expect(seen).toHaveLength(4);
  expect(await db.as(cast.outsider, "select id from public.gatherings where id = any ($1::uuid[])", [ids])).toEqual([]);
});

test("a series is one piece of news to partners, and one draft that waits", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const { soon } = await db.given<{ soon: string }>(
    `select to_char(now() + interval '2 days', 'YYYY-MM-DD"T"10:00:00') as soon`,
  );
  await putUp(db, cast, {
    rule: "FREQ=DAILY;COUNT=5",
    starts: soon,
    card: { audience: "coalition", coalition_id: cast.coalitions.plan },
  });
  await putUp(db, cast, {
    rule: "FREQ=DAILY;COUNT=5",
    starts: soon,
    card: { state: "draft", title: { en: "Drafted" } },
  });
  type Cards = { title: { en: string }; starts_local: string }[];
  const [row] = await db.as<{ home: { shared: Cards }; digest: { new_from_partners: Cards } }>(
    cast.neighbor,
    "select public.organization_home($1) as home, public.read_digest($1) as digest",
    [south],
  );
  for (const cards of [row?.home.shared, row?.digest.new_from_partners])
    expect(cards?.filter(({ title }) => title.en === "Study circle")).toMatchObject([{ starts_local: soon }]);
  const [own] = await db.as<{ home: { waiting: Cards }; digest: { waits_for_you: { drafts: Cards } } }>(
    cast.editor,
    "select public.organization_home($1) as home, public.read_digest($1) as digest",
    [north],
  );
  for (const cards of [own?.home.waiting, own?.digest.waits_for_you.drafts])
    expect(cards?.filter(({ title }) => title.en === "Drafted")).toHaveLength(1);
});

describe("where the clocks change", () => {
  test("a time that does not exist is left out, and said", async ({ db, cast }) => {
    const starts = "2041-03-09T02:30:00";
    const { skipped } = await putUp(db, cast, { rule: "FREQ=DAILY;COUNT=3", starts, ends: "2041-03-09T04:00:00" });
    expect(skipped).toEqual(["2041-03-10T02:30:00"]);
    expect((await occurrencesOf(db)).map((one) => one.starts)).toEqual(["2041-03-09 02:30", "2041-03-11 02:30"]);
  });

  test("of an hour that happens twice the first is taken, and an end in it comes after the exact length", async ({
    db,
    cast,
  }) => {
    const starts = "2041-11-02T01:15:00";
    await putUp(db, cast, { rule: "FREQ=DAILY;COUNT=2", starts, ends: "2041-11-02T01:45:00" });
    const found = await occurrencesOf(db);
    expect(found.map(({ fold }) => fold)).toEqual([null, 0]);
    const lengths = await db.catalog<{ minutes: number }>(
      "select (extract(epoch from ends_at - starts_at) / 60)::int as minutes from public.gatherings where id = any ($1::uuid[])",
      [`{${found.map(({ id }) => id)}}`],
    );
    expect(lengths.map(({ minutes }) => minutes)).toEqual([30, 30]);
  });

  test("an end that does not exist comes after the exact length", async ({ db, cast }) => {
    const starts = "2041-03-09T01:30:00";
    await putUp(db, cast, { rule: "FREQ=DAILY;COUNT=2", starts, ends: "2041-03-09T02:30:00" });
    expect((await occurrencesOf(db)).map(({ ends }) => ends)).toEqual(["2041-03-09 02:30", "2041-03-10 03:30"]);
  });
});

test("a button pressed twice makes one series", async ({ db, cast }) => {
  const submission = randomUUID();
  const rule = "FREQ=WEEKLY;COUNT=3";
  const first = await putUp(db, cast, { rule, submission });
  const second = await putUp(db, cast, { rule, submission });
  expect(second.id).toBe(first.id);
  expect(await occurrencesOf(db)).toHaveLength(3);
  const { count } = await db.given<{ count: number }>(
    "select count(*)::int from public.gathering_series where rule = $1",
    [rule],
  );
  expect(count).toBe(1);
});

test("a viewer may not, and a stranger finds nothing", async ({ db, cast }) => {
  await expect(putUp(db, cast, { rule: "FREQ=DAILY;COUNT=2", person: cast.viewer })).rejects.toEqual(
    refusal("not_allowed", 403),
  );
  await expect(putUp(db, cast, { rule: "FREQ=DAILY;COUNT=2", person: cast.outsider })).rejects.toEqual(
    refusal("not_found", 404),
  );
});

describe("a series that cannot be", () => {
  const walls = (count: number) =>
    Array.from({ length: count }, (_, at) => `2041-01-05T${String(at % 24).padStart(2, "0")}:00:00`);
  test.for<[string, Record<string, unknown>, string, string]>([
    ["of seconds", { rule: "FREQ=SECONDLY" }, "rule_not_understood", "repeats"],
    ["of nonsense", { rule: "FREQ=DAILY;drop table" }, "rule_not_understood", "repeats"],
    ["of nothing", { occurrences: [] }, "no_occurrences", "repeats"],
    ["of thousands at once", { occurrences: walls(801) }, "too_many", "repeats"],
    ["without five thousand days", { excepted: walls(5000) }, "too_many", "except_on"],
    ["with five thousand days", { added: walls(5000) }, "too_many", "also_on"],
    ["of words", { occurrences: ["tomorrow"] }, "not_understood", "repeats"],
    ["in infinity", { expanded_until: "infinity" }, "not_understood", "repeats"],
    ["that is no list", { occurrences: "2041" }, "not_understood", "repeats"],
  ])("%s", async ([, change, key, field], { db, cast }) => {
    const before = await db.given("select count(*) from public.gatherings");
    const series = {
      rule: "FREQ=DAILY",
      occurrences: [saturday],
      expanded_until: saturday,
      finished: false,
      ...change,
    };
    await expect(
      db.as(cast.editor, "select public.schedule_series($1, $2, $3::jsonb, '{}', null, null, $4::jsonb)", [
        cast.organizations.north,
        randomUUID(),
        cardOf(),
        series,
      ]),
    ).rejects.toEqual(refusal(key, 422, field));
    expect(await db.given("select count(*) from public.gatherings")).toEqual(before);
    expect(
      await db.catalog("select from public.gathering_series where starts_local = $1::timestamp", [saturday]),
    ).toEqual([]);
  });
});

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

describe("as time goes on", () => {
  const goOn = (db: Parameters<typeof putUp>[0], series: string, seen: string) =>
    db.given<{ added: number }>(
      `select private.extend_series($1, $2::timestamp, '{2041-02-02 10:00,2041-02-09 10:00}', '2041-02-10 10:00', false) as added`,
      [series, seen],
    );

  test("the worker adds what comes, like the latest that was not changed alone; a second time it adds nothing", async ({
    db,
    cast,
  }) => {
    await putUp(db, cast, { rule: "FREQ=WEEKLY;COUNT=4", detail: { address: "Somewhere 1" } });
    const before = await occurrencesOf(db);
    const { id: last = "", series_id = "" } = before[3] ?? {};
    await db.given('update public.gatherings set title = \'{"en": "Party"}\', singled_out = true where id = $1', [
      last,
    ]);
    await db.given(
      "update public.gathering_series set finished = false, expanded_until = '2041-01-26 10:00' where id = $1",
      [series_id],
    );
    expect(await goOn(db, series_id, "2041-01-26 10:00")).toEqual({ added: 2 });
    expect(await goOn(db, series_id, "2041-01-26 10:00")).toEqual({ added: 0 });
    const after = (await occurrencesOf(db)).map(({ starts }) => starts);
    expect(after.slice(-2)).toEqual(["2041-02-02 10:00", "2041-02-09 10:00"]);
    const { count } = await db.given<{ count: number }>(
      "select count(*)::int from public.gathering_details d join public.gatherings g on g.id = d.gathering_id where g.series_id = $1",
      [series_id],
    );
    expect(count).toBe(6);
  });

  test("what is added has the terms of signing up and the roles of the others, and nobody's names", async ({
    db,
    cast,
  }) => {
    const { north } = cast.organizations;
    await putUp(db, cast, { rule: "FREQ=WEEKLY;COUNT=2" });
    const [first, second] = await occurrencesOf(db);
    const series = first?.series_id ?? "";
    const role = { name: { en: "Door" }, needed: 2, languages: [] };
    await db.as(cast.editor, "select public.save_signup_list($1, $2, $3, 'all')", [first?.id, north, { capacity: 30 }]);
    await db.as(cast.editor, "select public.add_role($1, $2, $3, 'all')", [north, first?.id, role]);
    await db.as(
      cast.member,
      "select public.take_place($1, r.id) from public.volunteer_roles r where r.gathering_id = $2",
      [north, second?.id],
    );
    await db.given(
      "update public.gathering_series set finished = false, expanded_until = '2041-01-26 10:00' where id = $1",
      [series],
    );
    await goOn(db, series, "2041-01-26 10:00");
    const added = await db.catalog<{ capacity: number; needed: number; places: number }>(
      `select l.capacity, r.needed, (select count(*)::int from public.volunteer_places p where p.gathering_id = g.id) as places
       from public.gatherings g
       left join public.signup_lists l on l.gathering_id = g.id
       left join public.volunteer_roles r on r.gathering_id = g.id
       where g.series_id = $1 and g.starts_at > (select starts_at from public.gatherings where id = $2)`,
      [series, second?.id],
    );
    expect(added).toEqual([
      { capacity: 30, needed: 2, places: 0 },
      { capacity: 30, needed: 2, places: 0 },
    ]);
  });
});
