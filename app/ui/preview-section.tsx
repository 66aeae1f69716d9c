import { type ReactNode, useId } from "react";

type PreviewSectionProps = { title: string; hint: string; shown: boolean; children: ReactNode };

/** One sort of what a file would change; without any there is nothing to see. */
export function PreviewSection({ title, hint, shown, children }: PreviewSectionProps) {
  const id = useId();
  if (!shown) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-xl font-bold">
        {title}
      </h2>
      <p className="mb-3 max-w-measure text-soft">{hint}</p>
      <ul className="divide-y divide-line border-y border-line">{children}</ul>
    </section>
  );
}
