import type { ReactNode } from "react";
import { useFormState } from "~/ui/form-context";

type PlaceBoxProps = { name: string; place: number; checked?: boolean; children: ReactNode };

/** One of many boxes of a name, as the person left it. */
export function PlaceBox({ name, place, checked = false, children }: PlaceBoxProps) {
  const { reply } = useFormState();
  const isTicked = reply ? [reply.values[name]].flat().includes(String(place)) : checked;
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
      <input
        type="checkbox"
        name={name}
        value={place}
        defaultChecked={isTicked}
        className="mt-0.5 size-5 shrink-0 cursor-pointer accent-jade"
      />
      <span className="min-w-0 leading-normal wrap-anywhere">{children}</span>
    </label>
  );
}
