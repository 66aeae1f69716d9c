import { useTranslations } from "use-intl";
import { type FormValues, one } from "~/platform/form-values";
import type { ZoneChoices } from "~/platform/zone-choices";
import { TextArea } from "~/ui/text-area";
import { ZoneSelect } from "~/ui/zone-select";
import { MoreSection } from "./more-section";

/** When it is open, as one writes it on a door. */
export function FormHours({ initial, zones }: { initial: FormValues; zones: ZoneChoices }) {
  const t = useTranslations("posting");
  const filled = Boolean(one(initial.hours) || one(initial.closures));

  return (
    <MoreSection title={t("hours")} lead={t("hoursLead")} fields={["hours", "closures", "time_zone"]} filled={filled}>
      <TextArea
        name="hours"
        label={t("hoursLabel")}
        hint={t("hoursHint")}
        optional
        rows={3}
        defaultValue={one(initial.hours)}
      />
      <TextArea
        name="closures"
        label={t("closures")}
        hint={t("closuresHint")}
        optional
        rows={2}
        defaultValue={one(initial.closures)}
      />
      <ZoneSelect label={t("zone")} zones={zones} defaultValue={one(initial.time_zone)} />
    </MoreSection>
  );
}
