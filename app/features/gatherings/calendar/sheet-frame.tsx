import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import type { SheetProps } from "./sheet";
import { isSheet } from "./span";

type SheetFrameProps = SheetProps & {
  /** The agenda, which stands wherever the sheet does not. */
  children: ReactNode;
};

const wide = "(width >= 900px)";

/** Keeps the room of a sheet from the first paint on, and fetches the sheet only where it is shown. */
export function SheetFrame({ children, ...shown }: SheetFrameProps) {
  const t = useTranslations("calendar");
  const { span } = shown;
  const wanted = isSheet(span.view);
  const { Sheet, isWide, failed } = useSheet(wanted);
  const printing = usePrinting();
  if (!wanted || failed) return children;
  const stands = Sheet !== undefined && isWide && !printing;

  return (
    <>
      {stands ? null : (
        <div className="[@media_screen_and_(width>=900px)_and_(scripting:enabled)]:hidden">{children}</div>
      )}
      <div className={`hidden [@media_screen_and_(width>=900px)_and_(scripting:enabled)]:block ${heightOf(shown)}`}>
        {Sheet ? (
          <Drawn>
            <Sheet {...shown} />
          </Drawn>
        ) : (
          <p className="rounded-md border border-line p-4 text-soft">{t("loading")}</p>
        )}
      </div>
    </>
  );
}

/** By the number of weeks, higher where every day is full; a sheet of hours scrolls. */
function heightOf({ span, rest }: SheetProps): string {
  if (span.view === "week") return "h-[46rem]";
  return (Object.keys(rest).length > 0 ? fullHeights : heights)[span.weeks] ?? "";
}

const heights: Record<number, string> = { 4: "h-[41rem]", 5: "h-[51rem]", 6: "h-[61rem]" };
const fullHeights: Record<number, string> = { 4: "h-[45rem]", 5: "h-[56rem]", 6: "h-[67rem]" };

/** The sheet measures itself in steps before it stands still; nobody needs to watch. */
function Drawn({ children }: { children: ReactNode }) {
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    let frame = 0;
    function wait(frames: number) {
      if (frames === 0) setDrawn(true);
      else frame = requestAnimationFrame(() => wait(frames - 1));
    }
    wait(framesToDraw);
    return () => cancelAnimationFrame(frame);
  }, []);

  return <div className={`h-full ${drawn ? "" : "invisible"}`}>{children}</div>;
}

const framesToDraw = 5;

function useSheet(wanted: boolean) {
  const [Sheet, setSheet] = useState<ComponentType<SheetProps>>();
  const [isWide, setWide] = useState(false);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (!wanted) return;
    const media = matchMedia(wide);
    function fetchSheet() {
      setWide(media.matches);
      if (!media.matches) return;
      import("./sheet").then(
        (module) => setSheet(() => module.Sheet),
        () => setFailed(true),
      );
    }
    fetchSheet();
    media.addEventListener("change", fetchSheet);
    return () => media.removeEventListener("change", fetchSheet);
  }, [wanted]);

  return { Sheet, isWide, failed };
}

/** Whether the page is on its way to paper, where the list stands in place of the sheet. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);

  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);

  return printing;
}
