import { useLocale, useTranslations } from "use-intl";
import { all, type FormValues, one } from "~/platform/form-values";
import { weekdays } from "~/platform/recurrence/rule";
import { formatWeekday } from "~/platform/time";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { RepetitionSummary } from "./repetition-summary";
import { ways } from "./typed-repetition";

type FormRepeatsProps = { initial: FormValues; chosen: FormValues | undefined };

/** How it repeats. Styles alone show what goes with the chosen way, so that it is the same without JavaScript. */
export function FormRepeats({ initial, chosen }: FormRepeatsProps) {
  const t = useTranslations("repeating");
  const locale = useLocale();
  const kept = one((chosen ?? initial).kept_rule) ?? one(initial.kept_rule);
  const offered = ways.filter((way) => way !== "kept" || kept);

  return (
    <div className="group/repeats grid gap-6">
      <Select
        name="repeats"
        label={t("label")}
        options={offered.map((way) => ({ value: way, label: t(way) }))}
        defaultValue={one(initial.repeats) ?? "no"}
      />
      {kept ? <input type="hidden" name="kept_rule" value={kept} /> : null}
      <div className="grid gap-6 border-l border-line pl-4 group-has-[option[value=no]:checked]/repeats:hidden">
        <div className="grid gap-6 group-has-[option[value=dates]:checked]/repeats:hidden">
          <div className="group-has-[option[value=kept]:checked]/repeats:hidden">
            <Field
              name="every"
              label={t("every")}
              hint={t("everyHint")}
              width="short"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={one(initial.every) ?? "1"}
            />
          </div>
          <div className="hidden group-has-[option[value=weekly]:checked]/repeats:block">
            <Choice
              type="checkbox"
              name="weekdays"
              legend={t("weekdays")}
              hint={t("weekdaysHint")}
              layout="wrap"
              options={weekdays.map((weekday, at) => ({ value: weekday, label: formatWeekday(at, locale) }))}
              defaultValue={all(initial.weekdays)}
            />
          </div>
          <Choice
            type="radio"
            name="repeat_ends"
            legend={t("ends")}
            options={[
              { value: "never", label: t("never") },
              {
                value: "on",
                label: t("on"),
                more: (
                  <Field
                    name="until_on"
                    type="date"
                    label={t("untilOn")}
                    width="short"
                    defaultValue={one(initial.until_on)}
                  />
                ),
              },
              {
                value: "times",
                label: t("afterTimes"),
                more: (
                  <Field
                    name="times"
                    label={t("times")}
                    width="short"
                    inputMode="numeric"
                    autoComplete="off"
                    defaultValue={one(initial.times)}
                  />
                ),
              },
            ]}
            defaultValue={one(initial.repeat_ends) ?? "never"}
          />
          <TextArea
            name="except_on"
            label={t("exceptOn")}
            hint={t("exceptHint")}
            optional
            rows={2}
            defaultValue={one(initial.except_on)}
          />
        </div>
        <TextArea
          name="also_on"
          label={t("alsoOn")}
          hint={t("alsoHint")}
          optional
          rows={2}
          defaultValue={one(initial.also_on)}
        />
      </div>
      <RepetitionSummary values={chosen ?? initial} />
    </div>
  );
}
