import ChevronDown from "lucide-react/icons/chevron-down";
import type { ReactNode, SelectHTMLAttributes } from "react";
import { FieldFrame } from "./field-frame";
import { useField } from "./form-context";

type Option = { value: string; label: string };

type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, "className" | "id" | "name" | "children"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  options: readonly (Option | { label: string; options: readonly Option[] })[];
};

/** A labelled choice of one from a list; groups of options carry a label of their own. */
export function Select({ name, label, hint, optional, options, defaultValue, ...select }: SelectProps) {
  const { id, errors, value, answered, aria } = useField(name, { hint: Boolean(hint) });
  return (
    <FieldFrame id={id} label={label} hint={hint} optional={optional} errors={errors}>
      <span className="relative block sm:max-w-96">
        <select
          {...select}
          {...aria}
          id={id}
          name={name}
          defaultValue={answered ? [value].flat()[0] : defaultValue}
          className="control appearance-none truncate pr-10"
        >
          {options.map((option) =>
            "options" in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map(asOption)}
              </optgroup>
            ) : (
              asOption(option)
            ),
          )}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2" />
      </span>
    </FieldFrame>
  );
}

function asOption({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
