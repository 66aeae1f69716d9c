import ChevronDown from "lucide-react/icons/chevron-down";
import { type ReactNode, useId } from "react";
import { useFormState } from "~/ui/form-context";

type MoreSectionProps = {
  title: string;
  /** What may be said here, in a few words, while it is closed. */
  lead: string;
  /** Names of its fields, or how they begin: where one of them holds something or is wrong, it stands open. */
  fields: readonly string[];
  filled: boolean;
  children: ReactNode;
};

/** A part of the form that can wait: closed until somebody opens it, or it has something to say. */
export function MoreSection({ title, lead, fields, filled, children }: MoreSectionProps) {
  const id = useId();
  const wrong = Object.keys(useFormState().reply?.errors ?? {});
  const isWrong = wrong.some((name) => fields.some((field) => name === field || name.startsWith(`${field}.`)));

  return (
    <section aria-labelledby={id} className="border-t border-line">
      <details open={filled || isWrong} className="group/more">
        <summary className="grid cursor-pointer list-none grid-cols-[1fr_auto] items-center gap-x-12 py-4 lg:grid-cols-[16rem_minmax(0,42rem)_auto] [&::-webkit-details-marker]:hidden">
          <h2 id={id} className="text-lg font-bold">
            {title}
          </h2>
          <p className="col-start-1 row-start-2 text-soft lg:col-start-2 lg:row-start-1">{lead}</p>
          <ChevronDown
            aria-hidden
            className="row-span-2 size-5 group-open/more:rotate-180 lg:col-start-3 lg:row-span-1 lg:row-start-1"
          />
        </summary>
        <div className="grid gap-x-12 pt-2 pb-6 lg:grid-cols-[16rem_minmax(0,42rem)]">
          <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6 lg:col-start-2">{children}</div>
        </div>
      </details>
    </section>
  );
}
