import { addDays, isDay } from "~/platform/days";
import type { Problem } from "~/platform/refusal";

/** The day that was asked for, or four weeks ago with what is wrong with it. */
export function readSince(asked: string | null, today: string): { since: string; problem: Problem | null } {
  const usual = addDays(today, -28);
  const typed = asked?.trim() ?? "";
  if (typed === "") return { since: usual, problem: null };
  if (!isDay(typed)) return { since: usual, problem: { key: "date_not_understood" } };
  if (typed > today) return { since: usual, problem: { key: "day_not_yet_come" } };
  if (typed < "2000-01-01")
    return { since: usual, problem: { key: "date_far_away", values: { first: 2000, last: 2099 } } };
  return { since: typed, problem: null };
}
