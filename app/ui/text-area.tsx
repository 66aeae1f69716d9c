import type { ReactNode, TextareaHTMLAttributes } from "react";
import { FieldFrame } from "./field-frame";
import { useField } from "./form-context";

type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "className" | "id" | "name"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
};

/** A labelled text of several lines; it grows with what is typed where the browser can. */
export function TextArea({ name, label, hint, optional, defaultValue, rows = 5, ...area }: TextAreaProps) {
  const { id, errors, value, answered, aria } = useField(name, { hint: Boolean(hint) });
  return (
    <FieldFrame id={id} label={label} hint={hint} optional={optional} errors={errors}>
      <textarea
        {...area}
        {...aria}
        id={id}
        name={name}
        rows={rows}
        defaultValue={answered ? [value].flat()[0] : defaultValue}
        className={`control field-sizing-content wrap-anywhere leading-normal ${rows > 5 ? "min-h-60" : "min-h-20"}`}
      />
    </FieldFrame>
  );
}
