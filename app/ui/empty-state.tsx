import type { ReactNode } from "react";

/** What stands where a list would be: that there is nothing, what would appear here, and what one can do. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="rounded-md border border-dashed border-edge/60 px-5 py-6">
      <p className="font-semibold">{title}</p>
      {children ? <div className="mt-1 max-w-measure text-soft">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
