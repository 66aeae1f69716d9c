import type { FormValues } from "~/platform/form-values";

/** What the form of a new gathering starts with: shared with nobody, in the zone of its organization. */
export function newValues({ time_zone }: { time_zone: string }): FormValues {
  return { audience: "owner", "detail.audience": "owner", time_zone };
}

/** The languages a text is asked for in: the reader's first, and no stored one lost. */
export function languagesOf(initial: FormValues, locale: string): string[] {
  const stored = Object.keys(initial).flatMap(
    (name) => /^(?:title|description|detail\.instructions)\.(.+)$/.exec(name)?.[1] ?? [],
  );
  return [...new Set([locale, "ko", "en", ...stored])];
}
