import { type ReactNode, useId } from "react";

/** One of the lists of an organization's home, below what it says. */
export function HomeSection({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="text-xl font-bold">
        {title}
      </h2>
      <p className="mb-4 text-soft">{hint}</p>
      {children}
    </section>
  );
}
