import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { commonLanguages } from "~/i18n/spoken-languages";
import { useLanguageName } from "~/i18n/use-language-name";
import { all, type FormValues, one } from "~/platform/form-values";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { FormSection } from "~/ui/form-section";

/** The area, never an address, and the languages spoken there; below them, what else is there at that time. */
export function FormWhere({ initial, children }: { initial: FormValues; children?: ReactNode }) {
  const t = useTranslations("gatherings");
  const languageName = useLanguageName();

  return (
    <FormSection title={t("where")}>
      <Field name="area" label={t("area")} hint={t("areaHint")} optional defaultValue={one(initial.area)} />
      <Choice
        type="checkbox"
        name="languages"
        legend={t("languages")}
        layout="wrap"
        optional
        options={commonLanguages.map((tag) => ({ value: tag, label: languageName(tag) }))}
        defaultValue={all(initial.languages)}
      />
      <Field
        name="other_languages"
        label={t("otherLanguages")}
        hint={t("otherLanguagesHint")}
        optional
        defaultValue={one(initial.other_languages)}
      />
      {children}
    </FormSection>
  );
}
