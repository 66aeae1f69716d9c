import { all, type FormValues, one } from "./form-values";
import { readTypedTime } from "./typed-time";

/**
 * What the form holds once somebody else has saved a newer version: what its writer changed stays as typed, everything
 * else is the newer version's. Nobody's edit is undone by a field that nobody meant to send.
 */
export function mergedEdits(edits: { base: FormValues; typed: FormValues; stored: FormValues }): FormValues {
  const { base, typed, stored } = edits;
  const merged = { ...typed };
  for (const name of new Set([...Object.keys(base), ...Object.keys(stored)])) {
    if (comparable(name, base[name]) === comparable(name, typed[name])) merged[name] = stored[name];
  }
  return merged;
}

/** The fields that both have changed, each in another way. */
export function fieldsInConflict(edits: { base: FormValues; typed: FormValues; stored: FormValues }): string[] {
  const { base, typed, stored } = edits;
  return Object.keys({ ...base, ...stored, ...typed }).filter((name) => {
    const [was, is, mine] = [base, stored, typed].map((values) => comparable(name, values[name]));
    return was !== is && was !== mine && is !== mine;
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

/** Two ways of writing the same compare alike. */
function comparable(name: string, value: FormValues[string]): string {
  if (name === "starts" || name === "ends") return readTypedTime(one(value) ?? "").time ?? one(value) ?? "";
  return all(value)
    .map((text) => text.replace(/\r\n?/g, "\n").trim())
    .filter(Boolean)
    .sort()
    .join("\n");
}
