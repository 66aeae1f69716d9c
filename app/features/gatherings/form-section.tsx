import { type ReactNode, useId } from "react";

/** A part of a long form under a heading of its own. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-t border-line pt-6">
      <h2 id={id} className="mb-4 text-xl font-bold">
        {title}
      </h2>
      <div className="grid gap-6">{children}</div>
    </section>
  );
}
