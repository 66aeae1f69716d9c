import Printer from "lucide-react/icons/printer";
import type { ReactNode } from "react";
import { buttonStyle } from "./button-style";

/** Opens the browser's own printing. Without JavaScript it is not there: the browser's menu prints as well. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <button type="button" onClick={() => window.print()} className={`${buttonStyle("primary")} noscript:hidden`}>
      <Printer aria-hidden className="-ml-1 size-4" />
      {children}
    </button>
  );
}
