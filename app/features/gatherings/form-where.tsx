import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { FormSection } from "./form-section";
import { all, type FormValues, one } from "./form-values";
import { commonLanguages } from "./spoken-languages";
import { useLanguageName } from "./use-language-name";

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
