import type { ReactNode } from "react";

type PageProps = {
  title: ReactNode;
  /** Above the title: whose page this is, or what it belongs to. */
  above?: ReactNode;
  /** Below the title: what the page is for, in a sentence. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** A form or a text keeps the measure; lists and calendars use the room. */
  width?: "full" | "measure";
  /** A page that holds a sheet to print leaves its own head off the paper. */
  printed?: boolean;
  children?: ReactNode;
};

/** The main part of every page: its one h1, what can be done here, and the content. */
export function Page({ title, above, lead, actions, width = "full", printed = true, children }: PageProps) {
  return (
    <main id="main" tabIndex={-1} className="page-width flex-1 pt-6 pb-16 outline-none sm:pt-10 print:py-0">
      <div className={width === "measure" ? "max-w-[42rem]" : undefined}>
        <header
          data-screen-only={printed ? undefined : true}
          className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 sm:mb-8"
        >
          <div className="min-w-0">
            {above ? <div className="mb-1 text-soft">{above}</div> : null}
            <h1 className="text-2xl font-bold sm:text-3xl">{title}</h1>
            {lead ? <p className="mt-2 max-w-measure text-lg text-soft">{lead}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
        </header>
        {children}
      </div>
    </main>
  );
}
