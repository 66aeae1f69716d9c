import { useLocale, useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { formatZone } from "~/platform/time";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { Select } from "~/ui/select";

type FirstOrganizationFormProps = { reply: FormReply | undefined; timeZones: string[] };

const homeZones = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "Asia/Seoul"];

/** The first organization of an empty installation, the coalition it leads, and its first admin. */
export function FirstOrganizationForm({ reply, timeZones }: FirstOrganizationFormProps) {
  const t = useTranslations("welcome");
  const locale = useLocale();
  const labels = {
    "organization.display_name": t("display_name"),
    "organization.korean_name": t("korean_name"),
    "organization.short_name": t("short_name"),
    "organization.slug": t("slug"),
    "organization.time_zone": t("time_zone"),
    "coalition.display_name": t("coalition_name"),
    "coalition.korean_name": t("coalition_korean_name"),
    "coalition.slug": t("coalition_slug"),
    "person.display_name": t("person_name"),
    email: t("email"),
    passphrase: t("passphrase"),
  };
  const text = (name: keyof typeof labels, maxLength: number) => ({ name, label: labels[name], maxLength });
  const slug = { autoCapitalize: "none", spellCheck: false, width: "medium" } as const;

  return (
    <Form reply={reply} labels={labels} className="space-y-10">
      <fieldset className="space-y-5">
        <legend className="mb-4 text-xl font-bold">{t("organizationLegend")}</legend>
        <Field {...text("organization.display_name", 80)} autoComplete="organization" required />
        <Field {...text("organization.korean_name", 80)} lang="ko" optional />
        <Field {...text("organization.short_name", 24)} hint={t("short_nameHint")} width="medium" required />
        <Field {...text("organization.slug", 40)} hint={t("slugHint")} {...slug} required />
        <Select
          name="organization.time_zone"
          label={labels["organization.time_zone"]}
          hint={t("time_zoneHint")}
          options={[
            ...homeZones
              .filter((zone) => timeZones.includes(zone))
              .map((zone) => ({ value: zone, label: `${formatZone(zone, locale)} (${zone})` })),
            ...timeZones.filter((zone) => !homeZones.includes(zone)).map((zone) => ({ value: zone, label: zone })),
          ]}
        />
      </fieldset>
      <fieldset className="space-y-5">
        <legend className="mb-4 text-xl font-bold">{t("coalitionLegend")}</legend>
        <Field {...text("coalition.display_name", 80)} required />
        <Field {...text("coalition.korean_name", 80)} lang="ko" optional />
        <Field {...text("coalition.slug", 40)} {...slug} required />
      </fieldset>
      <fieldset className="space-y-5">
        <legend className="mb-4 text-xl font-bold">{t("youLegend")}</legend>
        <Field {...text("person.display_name", 80)} hint={t("person_nameHint")} autoComplete="name" required />
        <Field {...text("email", 254)} type="email" autoComplete="username" required />
        <Field
          {...text("passphrase", 200)}
          hint={t("passphraseHint")}
          type="password"
          autoComplete="new-password"
          required
        />
      </fieldset>
      <Button>{t("submit")}</Button>
    </Form>
  );
}
