import { FieldErrors } from "~/ui/field-errors";
import { useField } from "~/ui/form-context";
import { Hint } from "~/ui/hint";
import { TextArea } from "~/ui/text-area";

type TextAreasProps = {
  name: string;
  legend: string;
  hint: string;
  say: (tag: string) => string;
  tags: string[];
  stored: (tag: string) => string | undefined;
};

/** One longer text in each language, the reader's first. */
export function TextAreas({ name, legend, hint, say, tags, stored }: TextAreasProps) {
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
        {tags.map((tag) => (
          <TextArea
            key={tag}
            name={`${name}.${tag}`}
            lang={tag}
            label={say(tag)}
            optional
            rows={3}
            defaultValue={stored(tag)}
          />
        ))}
      </div>
    </fieldset>
  );
}
