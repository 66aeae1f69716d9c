import type { ReactNode } from "react";

type SettingsSectionProps = { id: string; title: string; hint: string; children: ReactNode };

/** One of the things that can be set: what it is on the left, where there is room, and the setting beside it. */
export function SettingsSection({ id, title, hint, children }: SettingsSectionProps) {
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-12 gap-y-5 border-t border-line py-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
    >
      <div>
        <h2 id={id} className="text-xl font-bold">
          {title}
        </h2>
        <p className="mt-1 max-w-measure text-soft">{hint}</p>
      </div>
      <div className="min-w-0 max-w-[42rem]">{children}</div>
    </section>
  );
}
