import { dayOf } from "~/platform/days";
import { readRule } from "~/platform/recurrence/read-rule";
import { mostCounted, mostInterval, plainRule, type Rule, weekdayOn, weekdays } from "~/platform/recurrence/rule";
import type { Problem } from "~/platform/refusal";
import { readTypedDay } from "~/platform/typed-day";

/** How something may be said to repeat; "dates" names each day, "kept" is a rule that the form cannot say and leaves as it is. */
export const ways = [
  "no",
  "daily",
  "weekly",
  "monthly_date",
  "monthly_weekday",
  "monthly_last",
  "yearly",
  "dates",
  "kept",
] as const;
export type Way = (typeof ways)[number];

/** What the form holds, as it was typed. */
export type TypedRepetition = {
  repeats?: string | undefined;
  kept_rule?: string | undefined;
  every?: string | undefined;
  weekdays?: string[] | undefined;
  repeat_ends?: string | undefined;
  until_on?: string | undefined;
  times?: string | undefined;
  except_on?: string | undefined;
  also_on?: string | undefined;
};

/** How a gathering repeats: a rule or none, the days on which it does not take place all the same, and those on which it also does. */
export type Repetition = { rule: Rule | null; excepted: string[]; added: string[] };

type Read = { repetition: Repetition | null; problems: Problem[] };

const mostDays = 1000;

/** Reads what the form says of repeating, for a gathering that starts on a day; everything that is wrong with it at once. */
export function readTypedRepetition(typed: TypedRepetition, startsOn: string): Read {
  const way = ways.find((known) => known === (typed.repeats || "no"));
  if (way === "no") return { repetition: null, problems: [] };

  const problems: Problem[] = [];
  const rule = way && way !== "dates" ? ruleOf(way, typed, startsOn, problems) : null;
  if (!way) problems.push({ key: "choose_one", field: "repeats" });
  if (rule === undefined) problems.push({ key: "rule_not_understood", field: "repeats" });
  if (way === "dates" && !typed.also_on?.trim()) problems.push({ key: "required", field: "also_on" });
  const repetition = {
    rule: rule ? { ...rule, ...endOf(typed, startsOn, problems) } : null,
    excepted: readDays(typed.except_on, "except_on", problems),
    added: readDays(typed.also_on, "also_on", problems),
  };
  return { repetition: problems.length > 0 ? null : repetition, problems };
}

function ruleOf(way: Way, typed: TypedRepetition, startsOn: string, problems: Problem[]): Rule | undefined {
  if (way === "kept") return readRule(typed.kept_rule ?? "").rule;
  const interval = intervalOf(typed.every, problems);
  const date = Number(startsOn.slice(8));
  const weekday = weekdayOn(startsOn);
  if (way === "daily") return { ...plainRule("DAILY"), interval };
  if (way === "yearly") return { ...plainRule("YEARLY"), interval };
  if (way === "monthly_date") return { ...plainRule("MONTHLY"), interval, byMonthDay: [date] };
  if (way === "weekly") {
    const chosen = weekdays.filter((known) => typed.weekdays?.includes(known));
    const byDay = (chosen.length > 0 ? chosen : [weekday]).map((one) => ({ nth: null, weekday: one }));
    return { ...plainRule("WEEKLY"), interval, byDay };
  }
  const isLast = date + 7 > lastDateOf(startsOn);
  if (way === "monthly_last" && !isLast) problems.push({ key: "not_last_of_month", field: "repeats" });
  const nth = way === "monthly_last" ? -1 : Math.ceil(date / 7);
  return { ...plainRule("MONTHLY"), interval, byDay: [{ nth, weekday }] };
}

function intervalOf(typed: string | undefined, problems: Problem[]): number {
  const interval = readNumber(typed || "1");
  if (interval >= 1 && interval <= mostInterval) return interval;
  problems.push({ key: "interval_not_understood", field: "every", values: { maximum: mostInterval } });
  return 1;
}

function endOf(typed: TypedRepetition, startsOn: string, problems: Problem[]): Pick<Rule, "until" | "count"> {
  if (typed.repeat_ends === "on") return { count: null, until: untilOf(typed.until_on, startsOn, problems) };
  if (typed.repeat_ends !== "times") return { count: null, until: null };
  const count = readNumber(typed.times ?? "");
  if (!typed.times?.trim()) problems.push({ key: "required", field: "times" });
  else if (count > mostCounted)
    problems.push({ key: "too_many_occurrences", field: "times", values: { maximum: mostCounted } });
  else if (!(count >= 1))
    problems.push({ key: "count_not_understood", field: "times", values: { maximum: mostCounted } });
  return { count, until: null };
}

function untilOf(typed: string | undefined, startsOn: string, problems: Problem[]): string | null {
  if (!typed?.trim()) {
    problems.push({ key: "required", field: "until_on" });
    return null;
  }
  const { day, problem } = readTypedDay(typed);
  if (problem) problems.push({ ...problem, field: "until_on" });
  else if (day < startsOn) problems.push({ key: "until_before_start", field: "until_on" });
  return day ? `${day}T23:59:59` : null;
}

/** Several days, one a line or with commas between; names the first that is none. */
function readDays(typed: string | undefined, field: string, problems: Problem[]): string[] {
  const texts = (typed ?? "").split(/[\n,;，、]/).filter((text) => text.trim());
  if (texts.length > mostDays) {
    problems.push({ key: "too_many", field, values: { maximum: mostDays } });
    return [];
  }
  const days: string[] = [];
  const refuse = (problem: Problem) => {
    problems.push(problem);
    return [];
  };
  for (const text of texts) {
    const { day, problem } = readTypedDay(text);
    if (day) days.push(day);
    else if (problem?.key === "date_far_away") return refuse({ ...problem, field });
    else return refuse({ key: "day_in_list", field, values: { typed: text.trim().slice(0, 40) } });
  }
  return [...new Set(days)].sort();
}

/** A whole number as people type it, also in full-width digits; NaN for anything else. */
function readNumber(typed: string): number {
  const text = typed.normalize("NFKC").trim();
  return /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
}

function lastDateOf(on: string): number {
  return Number(dayOf(Number(on.slice(0, 4)), Number(on.slice(5, 7)) + 1, 0).slice(8));
}
