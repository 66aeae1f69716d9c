import { useLocale, useTranslations } from "use-intl";
import { useLanguageName } from "~/i18n/use-language-name";
import { Field } from "~/ui/field";
import { FormSection } from "~/ui/form-section";
import { TextArea } from "~/ui/text-area";
import { limits } from "./limits";

type Texts = Record<string, string>;
type LetterFieldsProps = { title?: Texts; body?: Texts };

/** Title and text in each of the product's languages, the reader's first, and in whatever else the letter has. */
export function LetterFields({ title = {}, body = {} }: LetterFieldsProps) {
  const t = useTranslations("letters");
  const languageName = useLanguageName();
  const languages = [...new Set([useLocale(), "ko", "en", ...Object.keys(title)])];

  return (
    <FormSection title={t("what")}>
      <p className="max-w-measure text-soft">{t("languagesHint")}</p>
      {languages.map((tag) => (
        <div key={tag} className="grid gap-4">
          <Field
            name={`title.${tag}`}
            lang={tag}
            label={t("titleIn", { language: languageName(tag) })}
            defaultValue={title[tag]}
            autoComplete="off"
          />
          <TextArea
            name={`body.${tag}`}
            lang={tag}
            label={t("bodyIn", { language: languageName(tag) })}
            hint={t("bodyHint", { maximum: limits.body })}
            defaultValue={body[tag]}
            rows={10}
          />
        </div>
      ))}
    </FormSection>
  );
}
