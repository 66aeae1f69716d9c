import { useTranslations } from "use-intl";
import type { ZoneChoices } from "~/platform/zone-choices";
import { Select } from "./select";

type ZoneSelectProps = { label: string; zones: ZoneChoices; defaultValue: string | undefined };

/** In which time zone a form's times are: the writer's own first, then the usual ones, then all. */
export function ZoneSelect({ label, zones, defaultValue }: ZoneSelectProps) {
  const t = useTranslations("gatherings");
  return (
    <Select
      name="time_zone"
      label={label}
      options={[
        { label: t("zoneOwn"), options: zones.own },
        { label: t("zoneCommon"), options: zones.common },
        { label: t("zoneAll"), options: zones.all },
      ]}
      defaultValue={defaultValue}
    />
  );
}
