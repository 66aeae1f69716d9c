import { useTranslations } from "use-intl";
import { useLanguageName } from "~/i18n/use-language-name";
import { type FormValues, one } from "~/platform/form-values";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { costs } from "../vocabulary";
import { MoreSection } from "./more-section";
import { TextFields } from "./text-fields";

type FormDetailsProps = { initial: FormValues; languages: string[] };

/** Who gives it, for whom, at what cost, with which papers; and how its texts came about. */
export function FormDetails({ initial, languages }: FormDetailsProps) {
  const t = useTranslations("posting");
  const shown = useTranslations("resources");
  const languageName = useLanguageName();
  const says = (names: string[]) =>
    Object.entries(initial).some(
      ([name, value]) => value && value.length > 0 && names.some((field) => name.startsWith(field)),
    );
  const providing = ["provider", "website", "email", "area_served"];
  const terms = ["cost_note", "eligibility", "required_documents", "interpreter_languages", "document_languages"];

  return (
    <>
      <MoreSection title={t("provider")} lead={t("providerLead")} fields={providing} filled={says(providing)}>
        <TextFields
          name="provider.name"
          label={(language) => t("providerIn", { language })}
          hint={t("providerHint")}
          initial={initial}
          languages={languages}
          optional
        />
        <TextArea
          name="provider.aliases"
          label={t("aliases")}
          hint={t("aliasesHint")}
          optional
          rows={2}
          defaultValue={one(initial["provider.aliases"])}
        />
        <Field name="website" type="url" label={shown("website")} optional defaultValue={one(initial.website)} />
        <Field
          name="email"
          type="email"
          label={shown("email")}
          optional
          width="medium"
          defaultValue={one(initial.email)}
        />
        <TextArea
          name="area_served"
          label={shown("area")}
          hint={t("areaHint")}
          optional
          rows={2}
          defaultValue={one(initial.area_served)}
        />
      </MoreSection>
      <MoreSection
        title={t("terms")}
        lead={t("termsLead")}
        fields={[...terms, "cost"]}
        filled={says(terms) || one(initial.cost) !== "unknown"}
      >
        <Choice
          type="radio"
          name="cost"
          legend={shown("costLabel")}
          layout="wrap"
          options={costs.map((value) => ({ value, label: shown(`cost.${value}`) }))}
          defaultValue={one(initial.cost)}
        />
        <TextFields
          name="cost_note"
          label={(language) => t("costNoteIn", { language })}
          initial={initial}
          languages={languages}
          optional
        />
        <TextFields
          name="eligibility"
          label={(language) => t("eligibilityIn", { language })}
          initial={initial}
          languages={languages}
          rows={2}
          optional
        />
        <TextFields
          name="required_documents"
          label={(language) => t("documentsIn", { language })}
          initial={initial}
          languages={languages}
          rows={2}
          optional
        />
        <Field
          name="interpreter_languages"
          label={t("interpreters")}
          hint={t("typedLanguagesHint")}
          optional
          defaultValue={one(initial.interpreter_languages)}
        />
        <Field
          name="document_languages"
          label={t("documentLanguages")}
          optional
          defaultValue={one(initial.document_languages)}
        />
      </MoreSection>
      <MoreSection
        title={t("translations")}
        lead={t("translationsLead")}
        fields={["translations"]}
        filled={says(["translations"])}
      >
        {languages.map((tag) => (
          <Select
            key={tag}
            name={`translations.${tag}`}
            label={t("translationOf", { language: languageName(tag) })}
            options={(["person", "machine", "reviewed"] as const).map((value) => ({
              value,
              label: t(`origin.${value}`),
            }))}
            defaultValue={one(initial[`translations.${tag}`])}
          />
        ))}
      </MoreSection>
    </>
  );
}
