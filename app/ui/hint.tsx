import type { ReactNode } from "react";

/** A few words of help below a label; the control of that id is described by it. */
export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-hint`} className="mb-1.5 max-w-measure text-sm text-soft">
      {children}
    </p>
  );
}
