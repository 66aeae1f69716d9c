import { useTranslations } from "use-intl";
import { type FormValues, one } from "~/platform/form-values";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { credentials } from "../vocabulary";
import { MoreSection } from "./more-section";

const fields = [
  ...["credential", "credential_url", "credential_checked_on"],
  ...["information_as_of", "jurisdiction", "reviewed_by"],
];

/** Who gives legal help, shown by a public roster; and of legal information, as of when, where, and reviewed by whom. */
export function FormLegal({ initial }: { initial: FormValues }) {
  const t = useTranslations("posting");
  const shown = useTranslations("resources");
  const value = (name: string) => ({ name, optional: true, defaultValue: one(initial[name]) });

  return (
    <MoreSection
      title={t("legal")}
      lead={t("legalLead")}
      fields={fields}
      filled={fields.some((name) => one(initial[name]))}
    >
      <Choice
        type="radio"
        name="credential"
        legend={shown("credentialLabel")}
        optional
        options={credentials.map((each) => ({ value: each, label: shown(`credential.${each}`) }))}
        defaultValue={one(initial.credential)}
      />
      <Field {...value("credential_url")} type="url" label={t("roster")} hint={t("rosterHint")} />
      <Field {...value("credential_checked_on")} type="date" label={t("rosterChecked")} width="short" />
      <Field {...value("information_as_of")} type="date" label={t("asOf")} hint={t("asOfHint")} width="short" />
      <Field {...value("jurisdiction")} label={shown("jurisdiction")} hint={t("jurisdictionHint")} width="medium" />
      <Field {...value("reviewed_by")} label={shown("reviewedBy")} hint={t("reviewedByHint")} />
    </MoreSection>
  );
}
