import { useLocale, useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { formatZone } from "~/platform/time";
import { zoneNames } from "~/platform/zone-names";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { Select } from "~/ui/select";

type ProfileFormProps = {
  action?: string;
  reply: FormReply | undefined;
  profile: { display_name: string; language: string | null; time_zone: string };
  languages: { locale: string; name: string }[];
  timeZones: string[];
};

/** How the reader is shown, in which language, and by which clocks. */
export function ProfileForm({ action, reply, profile, languages, timeZones }: ProfileFormProps) {
  const t = useTranslations("settings");
  const locale = useLocale();
  const labels = { display_name: t("name"), language: t("language"), time_zone: t("zone") };
  const common = Object.keys(zoneNames.en ?? {}).filter((zone) => timeZones.includes(zone));

  return (
    <Form action={action} reply={reply} labels={labels} reloadDocument>
      <Field
        name="display_name"
        label={labels.display_name}
        hint={t("nameHint")}
        autoComplete="name"
        maxLength={80}
        defaultValue={profile.display_name}
        required
      />
      <Select
        name="language"
        label={labels.language}
        hint={t("languageHint")}
        defaultValue={profile.language ?? locale}
        options={languages.map(({ locale: value, name }) => ({ value, label: name }))}
      />
      <Select
        name="time_zone"
        label={labels.time_zone}
        hint={t("zoneHint")}
        defaultValue={profile.time_zone}
        options={[
          {
            label: t("zonesCommon"),
            options: common.map((zone) => ({ value: zone, label: formatZone(zone, locale) })),
          },
          {
            label: t("zonesAll"),
            options: timeZones.filter((zone) => !common.includes(zone)).map((zone) => ({ value: zone, label: zone })),
          },
        ]}
      />
      <div>
        <Button>{t("saveProfile")}</Button>
      </div>
    </Form>
  );
}
