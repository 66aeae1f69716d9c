import { useLocale, useTranslations } from "use-intl";
import { useLanguageName } from "~/i18n/use-language-name";
import { type FormValues, one } from "~/platform/form-values";
import { Field } from "~/ui/field";
import { FieldErrors } from "~/ui/field-errors";
import { useField } from "~/ui/form-context";
import { FormSection } from "~/ui/form-section";
import { Hint } from "~/ui/hint";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { languagesOf } from "./form-values";
import { RegistrationWarning } from "./registration-warning";
import { kinds } from "./vocabulary";

/** Title, kind and description; the reader's language first, and no stored language lost. */
export function FormWhat({ initial }: { initial: FormValues }) {
  const t = useTranslations("gatherings");
  const kind = useTranslations("kind");
  const languageName = useLanguageName();
  const languages = languagesOf(initial, useLocale());
  const title = useField("title", { hint: true });

  return (
    <FormSection title={t("what")}>
      <fieldset
        id={title.id}
        tabIndex={-1}
        aria-describedby={title.aria["aria-describedby"]}
        className={title.errors.length > 0 ? "border-l-4 border-cinnabar pl-3" : undefined}
      >
        <legend className="mb-1 font-semibold">{t("titleLegend")}</legend>
        <Hint id={title.id}>{t("titleHint")}</Hint>
        <FieldErrors id={title.id} errors={title.errors} />
        <div className="grid gap-4">
          {languages.map((tag) => (
            <Field
              key={tag}
              name={`title.${tag}`}
              lang={tag}
              label={t("titleIn", { language: languageName(tag) })}
              defaultValue={one(initial[`title.${tag}`])}
              autoComplete="off"
            />
          ))}
        </div>
      </fieldset>
      <Select
        name="kind"
        label={t("kind")}
        options={[{ value: "", label: t("kindNone") }, ...kinds.map((value) => ({ value, label: kind(value) }))]}
        defaultValue={one(initial.kind)}
      />
      <div className="hidden group-has-[option[value=registration\_drive]:checked]/gathering:block">
        <RegistrationWarning />
      </div>
      {languages.map((tag, at) => (
        <TextArea
          key={tag}
          name={`description.${tag}`}
          lang={tag}
          label={t("descriptionIn", { language: languageName(tag) })}
          hint={at === 0 ? t("descriptionHint") : undefined}
          optional
          rows={4}
          defaultValue={one(initial[`description.${tag}`])}
        />
      ))}
    </FormSection>
  );
}
