import AlarmClock from "lucide-react/icons/alarm-clock";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { formatShortZone, formatTime } from "~/platform/time";
import type { Due } from "../card";

/** What is due, on a sheet of days: a broken line and a word tell it from a gathering. */
export function SheetDue({ due }: { due: Due }) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  return (
    <span className="flex h-full min-w-0 items-stretch gap-1.5 border-l-4 border-dashed border-edge pl-1 text-left text-ink">
      <span className="min-w-0 flex-1 leading-tight">
        <span className="block truncate text-sm font-semibold">
          <AlarmClock aria-hidden className="mr-1 inline size-3.5" />
          {t(due.closed ? "dueClosed" : due.late ? "dueLate" : "due")}: {pickText(due.title, locale).text}
        </span>
        <span className="block truncate text-[0.8125rem] text-soft">
          {formatTime(due.due_local, locale)} {formatShortZone(due.time_zone, locale)}{" "}
          {shortNameOf(due.organization, locale)}
        </span>
      </span>
    </span>
  );
}
