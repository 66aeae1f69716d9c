import { useTranslations } from "use-intl";
import { one } from "~/platform/form-values";
import type { ZoneChoices } from "~/platform/zone-choices";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { useField, useFormState } from "~/ui/form-context";
import { FormSection } from "~/ui/form-section";
import { Select } from "~/ui/select";

export type TypedDeadlines = Partial<
  Record<"due_on" | "due" | "due_fold" | "internal_on" | "internal" | "internal_fold" | "time_zone", string>
>;
type DeadlineFieldsProps = { initial: TypedDeadlines; zones: ZoneChoices };

/** Both deadlines as wall times in one zone; an hour that the clocks show twice is asked back. */
export function DeadlineFields({ initial, zones }: DeadlineFieldsProps) {
  const t = useTranslations("letters");
  const gatherings = useTranslations("gatherings");
  const moments = [
    { name: "due", day: t("dueOn"), time: t("due"), hint: t("dueHint") },
    { name: "internal", day: t("internalOn"), time: t("internal"), hint: t("internalHint") },
  ] as const;

  return (
    <FormSection title={t("until")}>
      {moments.map(({ name, day, time, hint }) => (
        <div key={name} className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2">
          <Field name={`${name}_on`} type="date" label={day} width="short" defaultValue={initial[`${name}_on`]} />
          <Field name={name} type="time" label={time} hint={hint} width="short" defaultValue={initial[name]} />
          <WhichHour name={name} initial={initial[`${name}_fold`]} />
        </div>
      ))}
      <Select
        name="time_zone"
        label={t("zone")}
        options={[
          { label: gatherings("zoneOwn"), options: zones.own },
          { label: gatherings("zoneCommon"), options: zones.common },
          { label: gatherings("zoneAll"), options: zones.all },
        ]}
        defaultValue={initial.time_zone}
      />
    </FormSection>
  );
}

function WhichHour({ name, initial }: { name: "due" | "internal"; initial: string | undefined }) {
  const t = useTranslations("letters");
  const { reply } = useFormState();
  const repeated = reply?.errors[name]?.some(({ key }) => key === "local_time_repeated");
  const fold = useField(`${name}_fold`, { hint: false });
  const chosen = fold.answered ? one(fold.value) : initial;
  if (!repeated && chosen === undefined) return null;

  return (
    <Choice
      type="radio"
      name={`${name}_fold`}
      legend={t("foldLegend")}
      options={[
        { value: "0", label: t("foldFirst") },
        { value: "1", label: t("foldSecond") },
      ]}
      defaultValue={chosen}
    />
  );
}
