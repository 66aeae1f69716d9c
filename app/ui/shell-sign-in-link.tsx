import { Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";

/** Leads to signing in and back to this page. */
export function ShellSignInLink({ className, children }: { className?: string; children: ReactNode }) {
  const { pathname, search } = useLocation();
  const here = pathname + search;
  const to = pathname === "/" || pathname.startsWith("/sign-") ? "/sign-in" : `/sign-in?to=${encodeURIComponent(here)}`;
  return (
    <Link to={to} className={className}>
      {children}
    </Link>
  );
}
