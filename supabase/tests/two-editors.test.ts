import { parseWithZod } from "@conform-to/zod/v4";
import fc from "fast-check";
import { expect } from "vitest";
import type { Pattern } from "../../app/features/gatherings/card";
import { fieldsInConflict, mergedEdits } from "../../app/features/gatherings/merged-edits";
import { revisedGatheringSchema } from "../../app/features/gatherings/schema";
import { storedValues } from "../../app/features/gatherings/stored-values";
import { all, type FormValues } from "../../app/platform/form-values";
import type { Cast } from "./support/cast";
import { test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";
import { addPair } from "./support/layers";

const texts = fc.constantFrom("Zinnia Hall", "Dahlia Hall", "");
/** What an editor may change while another does: texts of every layer, and who sees the card and the detail. */
const edits = fc.record(
  {
    area: texts,
    "title.ko": texts,
    notes: texts,
    "detail.address": texts,
    "detail.contact": texts,
    languages: fc.subarray(["ko", "en", "es"]),
    audience: fc.constantFrom("owner", "coalition", "everyone"),
    "detail.audience": fc.constantFrom("owner", "coalition"),
  },
  { requiredKeys: [] },
);

/** A hundred in every run; a thousand when somebody asks for them. */
const interleavings = Number(process.env.INTERLEAVINGS ?? 100);

test("in random interleavings of two editors on the real database, no edit is lost in silence and none opens what another closed", async ({
  db,
  cast,
}) => {
  let id = "";
  let runs = 0;
  const widths = ["owner", "named", "coalition", "everyone"];
  let merges = 0;
  await fc.assert(
    fc.asyncProperty(edits, edits, fc.boolean(), async (first, second, adminFirst) => {
      // Within one transaction a row's old versions stay, and many make it slow.
      if (runs++ % 10 === 0) id = await addPair(db, cast, "coalition", "owner");
      const [quick, slow] = adminFirst ? [cast.admin, cast.editor] : [cast.editor, cast.admin];
      const base = await formOf(db, cast, slow, id);
      const theirs = { ...base.values, ...first };
      const mine = { ...base.values, ...second };
      // A form that its own writer would be sent back with is no interleaving.
      if (!(await save(db, cast, quick, id, base.version, theirs))) return;
      const stored = await formOf(db, cast, slow, id);
      const merge = { base: base.values, typed: mine, stored: stored.values };
      const merged = stored.version === base.version ? mine : mergedEdits(merge);
      if (stored.version !== base.version) {
        await expect(save(db, cast, slow, id, base.version, mine)).rejects.toMatchObject({
          message: "changed_meanwhile",
        });
        merges += 1;
      }
      if (!(await save(db, cast, slow, id, stored.version, merged))) return;
      const { values: last } = await formOf(db, cast, slow, id);
      const shown = fieldsInConflict(merge);
      for (const name of Object.keys(first) as (keyof typeof first)[]) {
        const changed = read(stored.values[name]) !== read(base.values[name]);
        if (changed && read(last[name]) !== read(stored.values[name]))
          expect(shown, `${name} of the first`).toContain(name);
      }
      for (const name of Object.keys(second) as (keyof typeof second)[]) {
        const changed = read(mine[name]) !== read(base.values[name]);
        if (changed && read(last[name]) !== read(mine[name])) expect(shown, `${name} of the second`).toContain(name);
      }
      if (read(mine["detail.address"]) !== read(base.values["detail.address"])) {
        const width = (values: FormValues) => widths.indexOf(read(values["detail.audience"]) || "owner");
        if (width(stored.values) > width(base.values)) expect(width(last)).toBeLessThanOrEqual(width(mine));
      }
    }),
    { numRuns: interleavings },
  );
  expect(merges).toBeGreaterThan(interleavings / 2);
}, 120_000);

const read = (value: FormValues[string]) => all(value).filter(Boolean).sort().join(" ");

async function formOf(db: TestDatabase, cast: Cast, person: Person, id: string) {
  const [row] = await db.as<{ found: Pattern & { version: number } }>(
    person,
    "select public.edit_gathering($1, $2) as found",
    [id, cast.organizations.north],
  );
  if (!row) throw new Error("The gathering is gone.");
  return { values: storedValues(row.found, "en", {}), version: row.found.version };
}

/** Sends the form as the page does; false where the form itself, or the detail beside its card, cannot be kept. */
async function save(db: TestDatabase, cast: Cast, person: Person, id: string, version: number, values: FormValues) {
  const form = new FormData();
  const coalitions = { coalition_id: cast.coalitions.plan, "detail.coalition_id": cast.coalitions.plan };
  const sent = { ...coalitions, ...definedIn(values), state: "scheduled", seen_version: String(version) };
  for (const [name, value] of Object.entries(sent)) {
    for (const one of all(value)) form.append(name, one);
  }
  const submission = parseWithZod(form, { schema: revisedGatheringSchema });
  if (submission.status !== "success") return false;
  const { seen_version, card, recipients, detail, notes } = submission.value;
  try {
    await db.as(person, "select public.revise_gathering($1, $2, $3, $4::jsonb, $5::uuid[], $6::jsonb, $7)", [
      ...[id, cast.organizations.north, seen_version, card, recipients, detail, notes],
    ]);
    return true;
  } catch (refused) {
    if ((refused as Error).message === "detail_wider_than_card") return false;
    throw refused;
  }
}

function definedIn(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
