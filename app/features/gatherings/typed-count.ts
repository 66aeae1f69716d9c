/** A whole number as people type it: 3, ３, 3명, 2 시간. Nothing for what is none. */
export function typedCount(typed: string): number | undefined {
  const [, digits] = /^(\d{1,9})\s*(명|분|자리|석|일|시간|회|번)?$/.exec(typed.normalize("NFKC").trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
