import type { InputHTMLAttributes, ReactNode } from "react";
import { FieldFrame } from "./field-frame";
import { useField } from "./form-context";

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "id" | "name"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  /** How long a usual answer is; the control is that wide on a wide screen. */
  width?: "short" | "medium" | "full";
};

const widths = { short: "sm:max-w-48", medium: "sm:max-w-96", full: "" };

/** A labelled line of text, date or time that tells assistive technology when, and why, it is wrong. */
export function Field({ name, label, hint, optional, width = "full", defaultValue, ...input }: FieldProps) {
  const { id, errors, value, answered, aria } = useField(name, { hint: Boolean(hint) });
  return (
    <FieldFrame id={id} label={label} hint={hint} optional={optional} errors={errors}>
      <input
        type="text"
        {...input}
        {...aria}
        id={id}
        name={name}
        defaultValue={answered ? [value].flat()[0] : defaultValue}
        className={`control ${widths[width]}`}
      />
    </FieldFrame>
  );
}
