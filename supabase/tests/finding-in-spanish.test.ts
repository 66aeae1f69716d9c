import { describe, expect } from "vitest";
import { test } from "./support/cast";
import { find, list } from "./support/directory";

/** What people type in Spanish, and the kind of help that they mean. None of these entries says a word of Spanish itself. */
const meant: [typed: string, because: string, need: string][] = [
  ["abogado", "whom they need", "legal"],
  ["abogados", "more than one of them", "legal"],
  ["ciudadanía", "the word with its accent", "legal/citizenship"],
  ["ciudadania", "the word without it", "legal/citizenship"],
  ["necesito comida", "a sentence", "food"],
  ["banco de comida", "a name of three words", "food/pantry"],
  ["vivienda", "the word of the offices", "housing"],
  ["la renta", "the word of the street", "housing/pay"],
  ["desalojo", "what happens to them", "housing/tenants"],
  ["robo de salario", "what happened", "work/wages"],
  ["mica", "what everybody calls it", "legal/permanent-residence"],
  ["la migra", "whom they fear", "legal/detention"],
  ["intérprete", "with an accent inside", "language/interpretation"],
  ["dentsta", "a letter left out", "health/dental"],
];

describe("Somebody who looks for help in Spanish", () => {
  for (const [typed, because, need] of meant) {
    test(`types ${typed} (${because}) and finds ${need}`, async ({ cast, db }) => {
      const wanted = await list(db, cast.organizations.north, { en: "A place", terms: [need] });
      await list(db, cast.organizations.north, { en: "Another place", terms: ["education/computer"] });
      const { results } = await find(db, "visitor", { typed });
      expect(results.map(({ id }) => id)).toEqual([wanted]);
      expect(results[0]?.why).toContainEqual(expect.objectContaining({ field: "need", id: need }));
    });
  }

  test("reads every kind of help in Spanish", async ({ db }) => {
    const missing = await db.given<{ ids: string[] }>(
      `select coalesce(array_agg(id), '{}') as ids from public.taxonomy_terms
       where coalesce(name ->> 'es', '') = '' or coalesce(jsonb_array_length(synonyms -> 'es'), 0) = 0`,
    );
    expect(missing.ids).toEqual([]);
  });
});
