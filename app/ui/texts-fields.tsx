import { useLocale } from "use-intl";
import { Field } from "~/ui/field";
import { FieldErrors } from "~/ui/field-errors";
import { useField } from "~/ui/form-context";
import { Hint } from "~/ui/hint";
import { TextArea } from "~/ui/text-area";

type TextsFieldsProps = {
  name: string;
  legend: string;
  hint: string;
  say: (tag: string) => string;
  /** What is there already. */
  stored?: Record<string, string> | undefined;
  /** A line, or paragraphs. */
  long?: boolean;
  /** Whether all of them may be left empty. */
  optional?: boolean;
};

/** One text in each of the product's languages and those that are there, the reader's first. */
export function TextsFields({ name, legend, hint, say, stored, long = false, optional = false }: TextsFieldsProps) {
  const languages = [...new Set([useLocale(), "ko", "en", ...Object.keys(stored ?? {})])];
  const { id, errors, aria } = useField(name, { hint: true });
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={aria["aria-describedby"]}
      className={errors.length > 0 ? "border-l-4 border-cinnabar pl-3" : undefined}
    >
      <legend className="mb-1 font-semibold">{legend}</legend>
      <Hint id={id}>{hint}</Hint>
      <FieldErrors id={id} errors={errors} />
      <div className="grid gap-4">
        {languages.map((tag) => {
          const field = { name: `${name}.${tag}`, lang: tag, label: say(tag), defaultValue: stored?.[tag], optional };
          return long ? <TextArea key={tag} {...field} rows={3} /> : <Field key={tag} {...field} autoComplete="off" />;
        })}
      </div>
    </fieldset>
  );
}
