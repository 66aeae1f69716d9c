import type { FormValues } from "~/platform/form-values";
import { readRule } from "~/platform/recurrence/read-rule";
import type { Rule } from "~/platform/recurrence/rule";
import { writeRule } from "~/platform/recurrence/write-rule";
import { readTypedRepetition, type TypedRepetition, type Way } from "./typed-repetition";

type StoredSeries = { rule: string; excepted: readonly string[]; added: readonly string[]; recurrence_local: string };

/** How a stored series repeats, as its form shows it. */
export function repetitionValues(series: StoredSeries | null | undefined): FormValues & TypedRepetition {
  const { rule } = readRule(series?.rule ?? "");
  if (!series || (!rule && series.rule !== "")) return { repeats: "no" };
  return {
    ...(rule ? ruleValues(rule, series.recurrence_local.slice(0, 10)) : { repeats: "dates" }),
    except_on: days(series.excepted),
    also_on: days(series.added),
  };
}

function ruleValues(rule: Rule, on: string): FormValues & TypedRepetition {
  const ends = {
    repeat_ends: rule.until ? "on" : rule.count ? "times" : "never",
    until_on: rule.until?.slice(0, 10),
    times: rule.count?.toString(),
  };
  const said = {
    ...{ repeats: wayOf(rule), every: String(rule.interval), ...ends },
    weekdays: rule.frequency === "WEEKLY" ? rule.byDay.map(({ weekday }) => weekday) : [],
  };
  const { repetition } = readTypedRepetition(said, on);
  const isSaid = repetition?.rule && writeRule(repetition.rule) === writeRule(rule);
  return isSaid ? said : { ...said, repeats: "kept", kept_rule: writeRule({ ...rule, until: null, count: null }) };
}

function wayOf({ frequency, byDay }: Rule): Way {
  if (frequency === "DAILY") return "daily";
  if (frequency === "WEEKLY") return "weekly";
  if (frequency === "YEARLY") return "yearly";
  if (byDay.length === 0) return "monthly_date";
  return byDay[0]?.nth === -1 ? "monthly_last" : "monthly_weekday";
}

function days(walls: readonly string[]): string | undefined {
  return walls.length > 0 ? walls.map((wall) => wall.slice(0, 10)).join("\n") : undefined;
}
