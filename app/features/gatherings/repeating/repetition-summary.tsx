import { useLocale, useTranslations } from "use-intl";
import { describeRule } from "~/i18n/describe-rule";
import { all, type FormValues, one } from "~/platform/form-values";
import { readTypedDay } from "~/platform/typed-day";
import { readTypedTime } from "~/platform/typed-time";
import { readTypedRepetition } from "./typed-repetition";

/** What the form has understood of repeating, in a sentence, as soon as all of it is understood. */
export function RepetitionSummary({ values }: { values: FormValues }) {
  const t = useTranslations("repeating");
  const say = useTranslations("repeat");
  const locale = useLocale();
  const { day } = readTypedDay(one(values.starts_on) ?? "");
  const { time } = readTypedTime(one(values.starts) ?? "");
  if ((one(values.repeats) ?? "no") === "no") return null;

  const text = (name: string) => one(values[name]);
  const typed = {
    ...{ repeats: text("repeats"), kept_rule: text("kept_rule"), every: text("every"), weekdays: all(values.weekdays) },
    ...{ repeat_ends: text("repeat_ends"), until_on: text("until_on"), times: text("times") },
    ...{ except_on: text("except_on"), also_on: text("also_on") },
  };
  const { repetition } = day ? readTypedRepetition(typed, day) : {};
  return (
    <output className="block min-h-6">
      {repetition && day && time ? (
        <>
          <span className="text-soft">{t("summary")}</span>{" "}
          <strong>{describeRule(repetition.rule, `${day}T${time}:00`, say, locale)}</strong>
        </>
      ) : null}
    </output>
  );
}
