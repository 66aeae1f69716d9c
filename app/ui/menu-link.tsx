import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

/** One of the links behind a menu's label. */
export function MenuLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="flex min-h-11 items-center rounded-md px-3 py-2 leading-snug font-medium hover:bg-sunken">
      {children}
    </Link>
  );
}
