import type { ReactNode } from "react";
import { FieldErrors } from "./field-errors";
import { useField } from "./form-context";
import { Hint } from "./hint";
import { OptionalMark } from "./optional-mark";

type ChoiceOption = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Shown below the option while it is chosen. */
  more?: ReactNode;
};

type ChoiceProps = {
  type: "radio" | "checkbox";
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  options: readonly ChoiceOption[];
  defaultValue?: string | readonly string[] | undefined;
  /** Short options may stand side by side. */
  layout?: "stack" | "wrap";
};

/** A group of radio buttons (one of) or checkboxes (any of) below its legend. */
export function Choice({ type, name, legend, hint, optional, options, defaultValue, layout = "stack" }: ChoiceProps) {
  const { id, errors, value, answered, aria } = useField(name, { hint: Boolean(hint) });
  const chosen = [answered ? value : defaultValue].flat();

  return (
    <div className={errors.length > 0 ? "border-l-4 border-cinnabar pl-3" : undefined}>
      <fieldset aria-describedby={aria["aria-describedby"]}>
        <legend className="mb-1 font-semibold">
          {legend}
          {optional ? <OptionalMark /> : null}
        </legend>
        {hint ? <Hint id={id}>{hint}</Hint> : null}
        <FieldErrors id={id} errors={errors} />
        <div className={layout === "wrap" ? "flex flex-wrap gap-x-6" : "grid"}>
          {options.map((option, at) => (
            <div key={option.value} className="group/option">
              <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
                <input
                  type={type}
                  id={at === 0 ? id : `${id}-${option.value}`}
                  name={name}
                  value={option.value}
                  defaultChecked={chosen.includes(option.value)}
                  aria-invalid={type === "checkbox" ? aria["aria-invalid"] : undefined}
                  aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
                  className="mt-0.5 size-5 shrink-0 cursor-pointer accent-jade"
                />
                <span className="leading-normal">{option.label}</span>
              </label>
              {option.hint ? (
                <p id={`${id}-${option.value}-hint`} className="-mt-2 mb-2 ml-8 max-w-measure text-sm text-soft">
                  {option.hint}
                </p>
              ) : null}
              {option.more ? (
                <div className="mb-3 ml-8 hidden border-l border-line pl-4 group-has-[>label>input:checked]/option:block">
                  {option.more}
                </div>
              ) : null}
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
