import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { CalendarMonth } from "./calendar-month";
import type { Card } from "./card";
import type { MonthViewProps } from "./month-view";

type MonthFrameProps = {
  cards: Card[];
  month: CalendarMonth;
  today: string;
  readerZone: string | undefined;
  /** Whether the reader wants the sheet where there is room for it. */
  wanted: boolean;
  /** The agenda, which stands wherever the sheet does not. */
  children: ReactNode;
};

const wide = "(width >= 900px)";

/** Keeps the room of the month's sheet from the first paint on, and fetches the sheet only where it is shown. */
export function MonthFrame({ cards, month, today, readerZone, wanted, children }: MonthFrameProps) {
  const t = useTranslations("calendar");
  const { MonthView, failed } = useMonthView(wanted);
  if (!wanted || failed) return children;

  return (
    <>
      <div className="[@media_screen_and_(width>=900px)_and_(scripting:enabled)]:hidden">{children}</div>
      <div
        className={`hidden [@media_screen_and_(width>=900px)_and_(scripting:enabled)]:block ${heights[month.weeks] ?? ""}`}
      >
        {MonthView ? (
          <MonthView cards={cards} month={month} today={today} readerZone={readerZone} />
        ) : (
          <p className="rounded-md border border-line p-4 text-soft">{t("loading")}</p>
        )}
      </div>
    </>
  );
}

const heights: Record<number, string> = { 4: "h-[41rem]", 5: "h-[51rem]", 6: "h-[61rem]" };

function useMonthView(wanted: boolean) {
  const [MonthView, setMonthView] = useState<ComponentType<MonthViewProps>>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (!wanted) return;
    const media = matchMedia(wide);
    function fetchView() {
      if (!media.matches) return;
      import("./month-view").then(
        (module) => setMonthView(() => module.MonthView),
        () => setFailed(true),
      );
    }
    fetchView();
    media.addEventListener("change", fetchView);
    return () => media.removeEventListener("change", fetchView);
  }, [wanted]);

  return { MonthView, failed };
}
