import type { ReactNode } from "react";
import { useFormState } from "~/ui/form-context";

type TickedBoxProps = { name: string; value: string; checked?: boolean; children: ReactNode };

/** One of many boxes of a name, as the person left it. */
export function TickedBox({ name, value, checked = false, children }: TickedBoxProps) {
  const { reply } = useFormState();
  const isTicked = reply ? [reply.values[name]].flat().includes(value) : checked;
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isTicked}
        className="mt-0.5 size-5 shrink-0 cursor-pointer accent-jade"
      />
      <span className="min-w-0 leading-normal wrap-anywhere">{children}</span>
    </label>
  );
}
