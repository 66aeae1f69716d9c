import type { Reason, Remark } from "./calendar/entry";

/** Why an entry was set aside: what reading it found, and what the database says that no gathering can be. */
const reasons = [
  ...["not_closed", "line_too_long", "too_many_lines", "unreadable", "no_title", "no_start", "time_unreadable"],
  ...["zone_unknown", "private_there", "cancelled_there", "twice", "ends_before_it_starts"],
  ...["rule_not_understood", "too_many_occurrences", "too_many_dates", "until_before_start", "no_occurrences"],
  ...["dates_over", "no_such_date", "series_aside"],
  ...["too_long_lasting", "unknown_time_zone", "out_of_range"],
] as const satisfies readonly (Reason | "too_long_lasting" | "unknown_time_zone" | "out_of_range")[];
type ReasonWord = (typeof reasons)[number];

const remarks: readonly Remark[] = [
  ...([
    "all_day",
    "no_end",
    "repeats_in_utc",
    "past_left_out",
    "title_shortened",
    "description_shortened",
    "address_shortened",
  ] as const),
];

/** The sentence of a reason; one that has none of its own is said in general. */
export function reasonOf(key: string): ReasonWord {
  return reasons.find((reason) => reason === key) ?? "unreadable";
}

export function remarkOf(key: string): Remark | undefined {
  return remarks.find((remark) => remark === key);
}
