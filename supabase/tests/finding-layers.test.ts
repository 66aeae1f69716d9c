import fc from "fast-check";
import { describe, expect } from "vitest";
import { type PersonName, persons } from "./access/persons";
import { test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";
import { find, list, namesOf } from "./support/directory";

/** Whose active services each of the cast finds, by their names. */
const sight: Record<PersonName, string[]> = {
  visitor: ["everyone"],
  stranger: ["everyone"],
  viewer: ["coalition", "everyone", "named", "owner", "to east"],
  member: ["coalition", "everyone", "named", "owner", "to east"],
  editor: ["coalition", "everyone", "named", "owner", "to east"],
  admin: ["coalition", "everyone", "named", "owner", "to east"],
  neighbor: ["coalition", "everyone", "named"],
  outsider: ["everyone", "theirs"],
  both: ["coalition", "everyone", "named", "owner", "theirs", "to east"],
  removed: ["everyone"],
  signedOut: ["everyone"],
};

describe("What is withheld from somebody", () => {
  for (const name of persons) {
    test(`is absent from what ${name} finds, from its number, and from what is suggested`, async ({ cast, db }) => {
      const found = await find(db, cast[name], { typed: "provider of" });
      expect(namesOf(found).sort()).toEqual(sight[name]);
      expect(found.total).toBe(sight[name].length);
      await db.given("update public.services set verify_by = current_date + 1");
      const verified = await find(db, cast[name], { verified: true });
      expect([verified.total, namesOf(verified).sort()]).toEqual([sight[name].length, sight[name]]);
      const nearly = await find(db, cast[name], { typed: "providor" });
      expect([nearly.nearly, nearly.total]).toEqual([true, sight[name].length]);
      const without = await find(db, cast[name], { typed: "provider", need: "food" });
      expect(without).toMatchObject({ total: 0, unfiltered: sight[name].length });

      for (const audience of ["owner", "named", "coalition", "everyone", "draft", "to east", "theirs"]) {
        const suggested = await suggest(db, cast[name], audience);
        const seen = sight[name].includes(audience);
        expect(
          suggested.filter((service) => service === audience),
          audience,
        ).toEqual(seen ? [audience] : []);
      }
    });

    test(`of places, papers, notes and numbers is looked through for nobody: ${name} finds none by them`, async ({
      cast,
      db,
    }) => {
      await db.given(`update public.service_assurances set note = '{"en": "Assured kindly"}'`);
      await db.given("update public.locations set city = 'Hiddenville', address_1 = 'Backstreet 9'");
      for (const typed of ["Hiddenville", "Backstreet", "Somewhere", "Assured", "back door", "2135550100"]) {
        expect(await find(db, cast[name], { typed }), typed).toMatchObject({ total: 0, results: [] });
        expect(await suggest(db, cast[name], typed), typed).toEqual([]);
      }
      expect(await find(db, cast[name], { area: "Hiddenville" })).toMatchObject({ total: 0 });
    });
  }

  test("names a service to an organization, and no longer when it is taken back", async ({ cast, db }) => {
    await db.given("delete from public.service_shares where layer = 'card' and recipient_id = $1", [
      cast.organizations.south,
    ]);
    expect(namesOf(await find(db, cast.neighbor, { typed: "provider of" })).sort()).toEqual(["coalition", "everyone"]);
  });

  test("leaves a coalition with its owner, with the next question", async ({ cast, db }) => {
    await db.given("delete from public.standings where organization_id = $1", [cast.organizations.north]);
    expect(namesOf(await find(db, cast.neighbor, { typed: "provider of" }))).toEqual(["everyone"]);
  });

  test("is of a place with an audience of its own: only whoever may know it is told how far it is", async ({
    cast,
    db,
  }) => {
    await db.given("update public.locations set latitude = 41.97, longitude = -87.71, city = 'Chicago'");
    await db.given(
      "update public.service_at_locations set audience = 'owner' where service_id in (select id from public.services where audience = 'everyone')",
    );
    const places = async (person: Person) =>
      (await find(db, person, { typed: "everyone" })).results.map(({ places }) => places.map(({ city }) => city));
    expect(await places("visitor")).toEqual([[]]);
    expect(await places(cast.neighbor)).toEqual([[]]);
    expect(await places(cast.viewer)).toEqual([["Chicago"]]);
  });
});

describe("Every card that holds what somebody types", () => {
  test("is found, as a plain search through all the texts finds it", async ({ cast, db }) => {
    const syllables = fc.constantFrom(..."뷁꿹궤뒐뭵쉡휄");
    const word = fc.string({ unit: syllables, minLength: 1, maxLength: 5 });
    const latin = fc.string({ unit: fc.constantFrom(..."xqzw"), minLength: 3, maxLength: 6 });
    const text = fc.array(fc.oneof(word, word, latin), { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
    const [texts] = fc.sample(
      fc.array(fc.record({ name: text, description: text }), { minLength: 60, maxLength: 60 }),
      {
        numRuns: 1,
        seed: 11,
      },
    );
    for (const { name, description } of texts ?? []) {
      await list(db, cast.organizations.north, { ko: name, description: { ko: description } });
    }
    const asked = fc.sample(
      fc.oneof({ weight: 6, arbitrary: fc.string({ unit: syllables, minLength: 1, maxLength: 3 }) }, latin),
      {
        numRuns: 150,
        seed: 12,
      },
    );
    let hits = 0;
    for (const typed of asked) {
      const plain = await db.as<{ name: string }>(
        "visitor",
        `select s.name ->> 'ko' as name from public.services s
         where s.name ->> 'ko' ~ $1 or s.description ->> 'ko' ~ $1`,
        // Over a space go Korean words alone.
        [[...typed].join(/[a-z]/.test(typed) ? "" : " ?")],
      );
      const found: (string | undefined)[] = [];
      const first = await find(db, "visitor", { typed });
      for (let page = 1; page <= 3; page += 1) found.push(...namesOf(await find(db, "visitor", { typed, page })));
      if (plain.length > 0) {
        expect(found.sort(), typed).toEqual(plain.map(({ name }) => name).sort());
        expect(first, typed).toMatchObject({ total: plain.length, nearly: false });
        hits += 1;
      }
    }
    expect(hits).toBeGreaterThan(100);
  });
});

async function suggest(db: TestDatabase, person: Person, typed: string) {
  const [row] = await db.as<{ suggested: { services: { name: Record<string, string> }[] } }>(
    person,
    "select public.suggest_services($1) as suggested",
    [typed],
  );
  return row?.suggested.services.map(({ name }) => name.en) ?? [];
}
