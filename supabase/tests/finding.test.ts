import { describe, expect } from "vitest";
import { test } from "./support/cast";
import type { TestDatabase } from "./support/database";
import { find, list, namesOf } from "./support/directory";
import { directory, expected } from "./support/hangul";

describe("Somebody who looks for help", () => {
  for (const [typed, because, ...found] of expected) {
    test(`types ${typed.normalize("NFC")} (${because}) and finds ${found.join(" and ") || "nothing"}`, async ({
      cast,
      db,
    }) => {
      const ids = await listAll(db, cast.organizations.north);
      const { results, total } = await find(db, "visitor", { typed });
      expect(results.map(({ id }) => ids.get(id)).sort()).toEqual([...found].sort());
      expect(total).toBe(found.length);
      for (const result of results) expect(result.why, `why ${result.name.en} is found`).not.toEqual([]);
    });
  }

  test("is told that what was found is only like what was typed", async ({ cast, db }) => {
    await listAll(db, cast.organizations.north);
    expect(await find(db, "visitor", { typed: "시믄권" })).toMatchObject({ nearly: true });
    expect(await find(db, "visitor", { typed: "시민권" })).toMatchObject({ nearly: false });
  });

  test("reads where a service says it, or which need it names", async ({ cast, db }) => {
    await listAll(db, cast.organizations.north);
    const why = async (typed: string) => (await find(db, "visitor", { typed })).results[0]?.why;
    expect(await why("우편물")).toEqual([
      { field: "documents", language: "ko", before: "주소가 적힌 ", hit: "우편물", after: "" },
    ]);
    expect(await why("krcc")).toMatchObject([{ field: "alias", hit: "KRCC" }]);
    expect(await why("다카")).toMatchObject([{ field: "need", id: "legal/deferred-action" }]);
    expect(await why("하나 센터")).toMatchObject([
      { field: "provider", hit: "하나" },
      { field: "provider", hit: "센터" },
    ]);
    expect(await why("시민권 시카고")).toMatchObject([{ field: "name" }, { field: "area", hit: "시카고" }]);
  });

  test("sees a name that is the word before one that begins with it, that before one that holds it, and texts last", async ({
    cast,
    db,
  }) => {
    const { north } = cast.organizations;
    await list(db, north, { ko: "도움방", description: { ko: "면접옷 있어요" } });
    await list(db, north, { ko: "무료 면접옷" });
    await list(db, north, { ko: "면접옷 나눔" });
    await list(db, north, { ko: "면접옷" });
    await db.given("update public.services set verify_by = current_date + 30");
    expect(namesOf(await find(db, "visitor", { typed: "면접옷" }))).toEqual([
      "면접옷",
      "면접옷 나눔",
      "무료 면접옷",
      "도움방",
    ]);
  });

  test("sees who picks up the phone now before others that answer as well, and a better answer before both", async ({
    cast,
    db,
  }) => {
    const { north } = cast.organizations;
    await list(db, north, { ko: "면접옷" });
    await list(db, north, { ko: "면접옷 가게" });
    const open = await list(db, north, { ko: "면접옷 하나" });
    await db.given("update public.services set verify_by = current_date + 30");
    await db.given(
      `insert into public.service_schedules (organization_id, service_id, position, weekdays, opens_minute, closes_minute)
       values ($1, $2, 0, '{1,2,3,4,5,6,7}', 0, 1440) returning service_id`,
      [north, open],
    );
    expect(namesOf(await find(db, "visitor", { typed: "면접옷" }))).toEqual(["면접옷", "면접옷 하나", "면접옷 가게"]);
  });

  test("writes a sentence in English, and only the words that tell what it is about are looked for", async ({
    cast,
    db,
  }) => {
    await list(db, cast.organizations.north, { en: "Sewing machines" });
    expect(await find(db, "visitor", { typed: "I need help for the sewing" })).toMatchObject({
      total: 1,
      nearly: false,
    });
    expect(await find(db, "visitor", { typed: "help" })).toMatchObject({ total: 0 });
  });

  test("gets what holds most of the words where nothing holds them all, and is told so", async ({ cast, db }) => {
    const { north } = cast.organizations;
    await list(db, north, { ko: "재봉틀 수리" });
    await list(db, north, { ko: "면접옷 수리 창고" });
    const { results, nearly } = await find(db, "visitor", { typed: "면접옷 창고 대여" });
    expect([results.map(({ name }) => name.ko), nearly]).toEqual([["면접옷 수리 창고"], true]);
    expect(namesOf(await find(db, "visitor", { typed: "재봉틀 창고" }))).toEqual(["면접옷 수리 창고", "재봉틀 수리"]);
    expect(await find(db, "visitor", { typed: "재봉틀 창고", area: "nowhere" })).toMatchObject({ total: 0 });
    for (const { why } of results) expect(why).not.toEqual([]);
  });

  test("sees what nobody made sure of sink, and is told so", async ({ cast, db }) => {
    const { north } = cast.organizations;
    const stale = await list(db, north, { ko: "면접옷 가게" });
    const sure = await list(db, north, { ko: "면접옷 창고" });
    await list(db, north, { ko: "면접옷 하나" });
    await db.given("update public.services set verify_by = current_date - 1 where id = $1", [stale]);
    await db.given("update public.services set verify_by = current_date where id = $1", [sure]);
    const { results } = await find(db, "visitor", { typed: "면접옷" });
    expect(results.map(({ name, stale }) => [name.ko, stale])).toEqual([
      ["면접옷 창고", false],
      ["면접옷 가게", true],
      ["면접옷 하나", true],
    ]);
    expect(namesOf(await find(db, "visitor", { typed: "면접옷", verified: true }))).toEqual(["면접옷 창고"]);
  });

  test("chooses a need and sees those below it, a language and sees whoever speaks, interprets or prints it", async ({
    cast,
    db,
  }) => {
    const { north } = cast.organizations;
    await listAll(db, north);
    await list(db, north, { ko: "말하는 곳", staff: ["vi"], cost: "free", area: ["Orange County"] });
    await list(db, north, { ko: "옮기는 곳", interpreters: ["vi"], cost: "sliding" });
    expect(namesOf(await find(db, "visitor", { need: "health" })).sort()).toEqual([
      "Clínica de salud",
      "마음 쉼터",
      "무료 치과의 날",
    ]);
    expect(namesOf(await find(db, "visitor", { need: "health/dental" }))).toEqual(["무료 치과의 날"]);
    expect(namesOf(await find(db, "visitor", { spoken: "vi" })).sort()).toEqual(["말하는 곳", "옮기는 곳"]);
    expect(namesOf(await find(db, "visitor", { spoken: "vi", cost: "free" }))).toEqual(["말하는 곳"]);
    expect(namesOf(await find(db, "visitor", { spoken: "vi", cost: "sliding" })).sort()).toEqual([
      "말하는 곳",
      "옮기는 곳",
    ]);
    expect(namesOf(await find(db, "visitor", { area: "orange" }))).toEqual(["말하는 곳"]);
    expect(await find(db, "visitor", { typed: "시민권", need: "food" })).toMatchObject({ total: 0, unfiltered: 1 });
    expect(await find(db, "visitor", { need: "no/such'need" })).toMatchObject({ total: 0 });
  });

  test("pages through many without meeting one twice, and is told when there are more than are counted", async ({
    cast,
    db,
  }) => {
    for (let place = 0; place < 25; place += 1) await list(db, cast.organizations.north, { ko: `면접옷 ${place}` });
    const first = await find(db, "visitor", { typed: "면접옷" });
    const second = await find(db, "visitor", { typed: "면접옷", page: 2 });
    expect([first.total, first.results.length, second.results.length]).toEqual([25, 20, 5]);
    expect(new Set([...first.results, ...second.results].map(({ id }) => id)).size).toBe(25);
  });

  test("types what is no word, or what a query language would take for an order, and nothing breaks", async ({
    cast,
    db,
  }) => {
    await listAll(db, cast.organizations.north);
    for (const typed of [
      "",
      "   ",
      "'; drop",
      "시민권 | !건강 & (",
      ":*",
      "\\",
      "''",
      "%_",
      "👩‍👩‍👧",
      "ᄀ",
      "ㅏ",
      "권",
      "a",
      "가".repeat(500),
      "\u0000".slice(1),
    ])
      expect(await find(db, "visitor", { typed }), typed).toHaveProperty("results");
    expect(await find(db, "visitor", { typed: "" })).toMatchObject({ total: null, results: [] });
  });
});

describe("A card that changes", () => {
  test("is found by what it says now, by the names its provider has now, and not at all once it is closed", async ({
    cast,
    db,
  }) => {
    const { north } = cast.organizations;
    const id = await list(db, north, { ko: "면접옷", provider: { ko: "옷장" } });
    await db.given(`update public.services set name = '{"ko": "겨울외투"}' where id = $1`, [id]);
    expect(namesOf(await find(db, "visitor", { typed: "면접옷" }))).toEqual([]);
    expect(namesOf(await find(db, "visitor", { typed: "외투" }))).toEqual(["겨울외투"]);
    await db.given("update public.providers set aliases = '{나눔옷장}' where organization_id = $1", [north]);
    expect(namesOf(await find(db, "visitor", { typed: "나눔옷장" })).includes("겨울외투")).toBe(true);
    for (const state of ["paused", "closed", "draft"]) {
      await db.given("update public.services set state = $2::public.service_state where id = $1", [id, state]);
      expect(namesOf(await find(db, "visitor", { typed: "외투" })), state).toEqual([]);
    }
    await db.given("update public.services set state = 'active' where id = $1", [id]);
    expect(namesOf(await find(db, "visitor", { typed: "외투" }))).toEqual(["겨울외투"]);
  });

  test("that an organization gives itself is found by the organization's names", async ({ cast, db }) => {
    await list(db, cast.organizations.north, { ko: "겨울외투" });
    await db.given("update public.organizations set aliases = '{북쪽집}' where id = $1", [cast.organizations.north]);
    const { results } = await find(db, "visitor", { typed: "북쪽집" });
    expect(results.map(({ name, why }) => [name.ko, why[0]?.field])).toEqual([["겨울외투", "alias"]]);
  });
});

async function listAll(db: TestDatabase, organization: string) {
  const ids = new Map<string, string>();
  for (const [entry, service] of Object.entries(directory)) ids.set(await list(db, organization, service), entry);
  return ids;
}
