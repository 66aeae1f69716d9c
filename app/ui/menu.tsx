import ChevronDown from "lucide-react/icons/chevron-down";
import { type ReactNode, useEffect, useRef } from "react";

type MenuProps = {
  label: ReactNode;
  /** The edge of the label below which the list opens. */
  align?: "start" | "end";
  children: ReactNode;
};

/**
 * A short list of links or buttons behind a label. It is a native disclosure, so it opens without JavaScript; with it,
 * Escape, a press elsewhere and leaving it by keyboard close it.
 */
export function Menu({ label, align = "start", children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    function closeFromOutside(event: Event) {
      const details = menu.current;
      if (!details?.open || (event.target instanceof Node && details.contains(event.target))) return;
      details.open = false;
    }
    function closeByEscape(event: KeyboardEvent) {
      if (event.key !== "Escape" || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector("summary")?.focus();
    }
    document.addEventListener("pointerdown", closeFromOutside);
    document.addEventListener("focusin", closeFromOutside);
    document.addEventListener("keydown", closeByEscape);
    return () => {
      document.removeEventListener("pointerdown", closeFromOutside);
      document.removeEventListener("focusin", closeFromOutside);
      document.removeEventListener("keydown", closeByEscape);
    };
  }, []);

  return (
    <details ref={menu} className="group/menu relative inline-block text-left">
      <summary className="flex min-h-11 items-center gap-1.5 rounded-md px-2 font-medium hover:bg-sunken">
        {label}
        <ChevronDown aria-hidden className="size-4 shrink-0 transition-transform group-open/menu:rotate-180" />
      </summary>
      <div
        className={`absolute z-20 mt-1 w-max max-w-[calc(100vw-2rem)] min-w-56 rounded-md border border-line bg-surface p-1.5 shadow-float ${align === "end" ? "right-0" : "left-0"}`}
      >
        {children}
      </div>
    </details>
  );
}
