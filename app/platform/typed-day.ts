import { isDay } from "./days";
import type { Problem } from "./refusal";

/** Years that a day may lie in: wide enough for records, narrow enough to catch a slip of the finger. */
export const years = { first: 2000, last: 2099 } as const;

type TypedDay = { day: string; problem?: never } | { day?: never; problem: Pick<Problem, "key" | "values"> };

/** A day as date pickers send it, or as people type it: `2026-11-25`, `2026.11.25`, `2026년 11월 25일`. */
export function readTypedDay(typed: string): TypedDay {
  const found = /^(\d{4})\s?[-./년]\s?(\d{1,2})\s?[-./월]\s?(\d{1,2})\s?[.일]?$/.exec(typed.normalize("NFKC").trim());
  const [year = "", month = "", date = ""] = found?.slice(1) ?? [];
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  if (!isDay(day)) return { problem: { key: "date_not_understood" } };
  const isNear = Number(year) >= years.first && Number(year) <= years.last;
  return isNear ? { day } : { problem: { key: "date_far_away", values: { ...years } } };
}
