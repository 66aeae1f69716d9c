import type { ReactNode } from "react";
import { FieldErrors } from "./field-errors";
import { Hint } from "./hint";
import { OptionalMark } from "./optional-mark";

type FieldFrameProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean | undefined;
  errors: string[];
  children: ReactNode;
};

/** The label above a control, its hint, and beside the label, never in it, what was wrong with the value. */
export function FieldFrame({ id, label, hint, optional, errors, children }: FieldFrameProps) {
  return (
    <div className={errors.length > 0 ? "border-l-4 border-cinnabar pl-3" : undefined}>
      <div className="mb-1">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {optional ? <OptionalMark /> : null}
      </div>
      {hint ? <Hint id={id}>{hint}</Hint> : null}
      <FieldErrors id={id} errors={errors} />
      {children}
    </div>
  );
}
