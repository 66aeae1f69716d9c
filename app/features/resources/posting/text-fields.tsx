import { useLocale } from "use-intl";
import { useLanguageName } from "~/i18n/use-language-name";
import { type FormValues, one } from "~/platform/form-values";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/text-area";

type TextFieldsProps = {
  /** The text's field; each language's is named after it. */
  name: string;
  label: (language: string) => string;
  hint?: string;
  initial: FormValues;
  languages: string[];
  rows?: number;
  optional?: boolean;
};

/** One text in several languages, a control for each. */
export function TextFields({ name, label, hint, initial, languages, rows, optional }: TextFieldsProps) {
  const languageName = useLanguageName();
  return languages.map((tag, at) => {
    const control = {
      name: `${name}.${tag}`,
      lang: tag,
      label: label(languageName(tag)),
      hint: at === 0 ? hint : undefined,
      optional,
      defaultValue: one(initial[`${name}.${tag}`]),
      autoComplete: "off",
    };
    return rows ? <TextArea key={tag} {...control} rows={rows} /> : <Field key={tag} {...control} />;
  });
}

/** The languages a service is written in: the reader's first, and no stored one lost. */
export function useTextLanguages(initial: FormValues): string[] {
  const locale = useLocale();
  const stored = Object.keys(initial).flatMap((name) => /^(?:name|description)\.(.+)$/.exec(name)?.[1] ?? []);
  return [...new Set([locale, "ko", "en", ...stored])];
}
