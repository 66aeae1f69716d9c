import { all, type FormValues, one } from "~/platform/form-values";
import { readTypedTime } from "~/platform/typed-time";
import { audiences } from "./vocabulary";

/** A form's values as its writer found them, as they typed them, and as somebody else has stored them meanwhile. */
export type Edits = { base: FormValues; typed: FormValues; stored: FormValues };

/**
 * What the form holds once somebody else has saved a newer version: what its writer changed stays as typed, everything
 * else is the newer version's. Nobody's edit is undone by a field that nobody meant to send. Who may see a layer was
 * decided for the texts its writer saw: where both the texts and the sight have changed, the narrower sight stays, and
 * publishing is decided again.
 */
export function mergedEdits(edits: Edits): FormValues {
  const { base, typed, stored } = edits;
  const { "detail.publish": _decided, ...merged } = typed;
  for (const name of new Set([...Object.keys(base), ...Object.keys(stored)])) {
    if (isSame(name, base, typed)) merged[name] = stored[name];
  }
  for (const layer of layers) if (isSightInDoubt(layer, edits)) Object.assign(merged, narrower(layer, typed, stored));
  return merged;
}

/** The fields that both have changed, each in another way, and who may see what both have worked on. */
export function fieldsInConflict(edits: Edits): string[] {
  const { base, typed, stored } = edits;
  const inDoubt = layers.filter((layer) => isSightInDoubt(layer, edits)).flatMap(sightOf);
  return Object.keys({ ...base, ...stored, ...typed }).filter((name) => {
    if (isSame(name, stored, typed) || isSame(name, base, stored)) return false;
    return !isSame(name, base, typed) || inDoubt.includes(name);
  });
}

/** The values a form started from, as it carried them along; the stored ones where it carried none. */
export function readBase(carried: string | undefined, stored: FormValues): FormValues {
  if (!carried) return stored;
  try {
    const read: unknown = JSON.parse(carried);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? onlyTexts(read) : stored;
  } catch {
    return stored;
  }
}

function onlyTexts(read: object): FormValues {
  return Object.fromEntries(
    Object.entries(read).filter(
      ([, value]) =>
        typeof value === "string" || (Array.isArray(value) && value.every((one) => typeof one === "string")),
    ),
  );
}

/** What is seen by an audience of its own, by how its fields begin; notes are nobody else's. */
const layers = ["", "detail."] as const;
type Layer = (typeof layers)[number];

const sightOf = (layer: Layer) => ["audience", "coalition_id", "recipients"].map((name) => layer + name);
const carried = ["base", "seen_version", "notes"];

/** Whether somebody else changed who sees a layer while its writer changed anything of it. */
function isSightInDoubt(layer: Layer, { base, typed, stored }: Edits): boolean {
  const ofLayer = (name: string) => name.startsWith("detail.") === (layer !== "") && !carried.includes(name);
  const changed = Object.keys({ ...base, ...typed }).some((name) => ofLayer(name) && !isSame(name, base, typed));
  return changed && sightOf(layer).some((name) => !isSame(name, base, stored) && !isSame(name, typed, stored));
}

/** Who sees a layer by both wishes, as far as one can tell: fewer, and only organizations that both name. */
function narrower(layer: Layer, typed: FormValues, stored: FormValues): FormValues {
  const [audience = "", , recipients = ""] = sightOf(layer);
  const width = (values: FormValues) => audiences.findIndex((known) => known === (one(values[audience]) ?? "owner"));
  const chosen = width(stored) < width(typed) ? stored : typed;
  const sight = Object.fromEntries(sightOf(layer).map((name) => [name, chosen[name]]));
  if (width(stored) !== width(typed)) return sight;
  return { ...sight, [recipients]: all(typed[recipients]).filter((id) => all(stored[recipients]).includes(id)) };
}

function isSame(name: string, here: FormValues, there: FormValues): boolean {
  return comparable(name, here[name]) === comparable(name, there[name]);
}

/** Two ways of writing the same compare alike. */
function comparable(name: string, value: FormValues[string]): string {
  if (name === "starts" || name === "ends") return readTypedTime(one(value) ?? "").time ?? one(value) ?? "";
  return all(value)
    .map((text) => text.replace(/\r\n?/g, "\n").trim())
    .filter(Boolean)
    .sort()
    .join("\n");
}
