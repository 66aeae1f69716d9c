import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { SheetViewProps } from "./sheet-view";

type SheetFrameProps = SheetViewProps & {
  /** The agenda, which stands wherever the sheet does not. */
  children: ReactNode;
};

const wide = "(width >= 900px)";

/** Keeps the room of the sheet from the first paint on, and fetches the sheet only where it is shown. */
export function SheetFrame({ children, ...sheet }: SheetFrameProps) {
  const t = useTranslations("calendar");
  const { SheetView, failed } = useSheetView();
  if (failed) return children;

  return (
    <>
      <div className="[@media_screen_and_(width>=900px)_and_(scripting:enabled)]:hidden">{children}</div>
      <div className={`hidden [@media_screen_and_(width>=900px)_and_(scripting:enabled)]:block ${heightOf(sheet)}`}>
        {SheetView ? (
          <SheetView {...sheet} />
        ) : (
          <p className="rounded-md border border-line p-4 text-soft">{t("loading")}</p>
        )}
      </div>
    </>
  );
}

function heightOf({ view, span }: SheetViewProps): string {
  return view === "week" ? "h-[46rem]" : (monthHeights[span.weeks] ?? "");
}

const monthHeights: Record<number, string> = { 4: "h-[41rem]", 5: "h-[51rem]", 6: "h-[61rem]" };

function useSheetView() {
  const [SheetView, setSheetView] = useState<ComponentType<SheetViewProps>>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const media = matchMedia(wide);
    function fetchView() {
      if (!media.matches) return;
      import("./sheet-view").then(
        (module) => setSheetView(() => module.SheetView),
        () => setFailed(true),
      );
    }
    fetchView();
    media.addEventListener("change", fetchView);
    return () => media.removeEventListener("change", fetchView);
  }, []);

  return { SheetView, failed };
}
