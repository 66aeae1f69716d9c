import { type ReactNode, useId } from "react";

/** A part of a long form under a heading of its own. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-4 border-t border-line pt-6 lg:grid-cols-[16rem_minmax(0,42rem)]"
    >
      <h2 id={id} className="text-xl font-bold">
        {title}
      </h2>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">{children}</div>
    </section>
  );
}
