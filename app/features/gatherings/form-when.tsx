import { useTranslations } from "use-intl";
import { type FormValues, one } from "~/platform/form-values";
import type { ZoneChoices } from "~/platform/zone-choices";
import { Field } from "~/ui/field";
import { FormSection } from "~/ui/form-section";
import { TimeField } from "~/ui/time-field";
import { ZoneSelect } from "~/ui/zone-select";
import { FormRepeats } from "./repeating/form-repeats";

type FormWhenProps = {
  initial: FormValues;
  chosen: FormValues | undefined;
  zones: ZoneChoices;
  /** Whether one decides here how it repeats. */
  repeatable: boolean;
};

/** Day, times and zone of the place. Who says nothing else means the same day, and once. */
export function FormWhen({ initial, chosen, zones, repeatable }: FormWhenProps) {
  const t = useTranslations("gatherings");

  return (
    <FormSection title={t("when")}>
      <Field name="starts_on" type="date" label={t("startsOn")} width="short" defaultValue={one(initial.starts_on)} />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <TimeField name="starts" label={t("starts")} initial={initial} />
        <TimeField name="ends" label={t("ends")} initial={initial} />
      </div>
      <Field
        name="ends_on"
        type="date"
        label={t("endsOn")}
        hint={t("endsOnHint")}
        width="short"
        optional
        defaultValue={one(initial.ends_on)}
      />
      <ZoneSelect label={t("zone")} zones={zones} defaultValue={one(initial.time_zone)} />
      {repeatable ? <FormRepeats initial={initial} chosen={chosen} /> : null}
    </FormSection>
  );
}
