import { useTranslations } from "use-intl";
import type { ZoneChoices } from "~/platform/zone-choices";
import { Field } from "~/ui/field";
import { FormSection } from "~/ui/form-section";
import { TimeField } from "~/ui/time-field";
import { ZoneSelect } from "~/ui/zone-select";

export type TypedDeadlines = Partial<
  Record<"due_on" | "due" | "due_fold" | "internal_on" | "internal" | "internal_fold" | "time_zone", string>
>;
type DeadlineFieldsProps = { initial: TypedDeadlines; zones: ZoneChoices };

/** Both deadlines as wall times in one zone; an hour that the clocks show twice is asked back. */
export function DeadlineFields({ initial, zones }: DeadlineFieldsProps) {
  const t = useTranslations("letters");
  const moments = [
    { name: "due", day: t("dueOn"), time: t("due"), hint: t("dueHint") },
    { name: "internal", day: t("internalOn"), time: t("internal"), hint: t("internalHint") },
  ] as const;

  return (
    <FormSection title={t("until")}>
      {moments.map(({ name, day, time, hint }) => (
        <div key={name} className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-2">
          <Field
            name={`${name}_on`}
            type="date"
            label={day}
            hint={hint}
            width="short"
            defaultValue={initial[`${name}_on`]}
          />
          <TimeField name={name} label={time} initial={initial} />
        </div>
      ))}
      <ZoneSelect label={t("zone")} zones={zones} defaultValue={initial.time_zone} />
    </FormSection>
  );
}
