import { Link } from "@remix-run/react";
import AlarmClock from "lucide-react/icons/alarm-clock";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { formatShortDay, formatShortZone, formatTime } from "~/platform/time";
import type { Due } from "./card";

type DueLineProps = {
  due: Omit<Due, "due_at" | "organization"> & { organization: Parameters<typeof shortNameOf>[0] };
  asked?: boolean;
  /** Where it is signed, if it is a letter. */
  to?: string;
};

/** Something to be done together by a moment of the day: no gathering, and told from one by a symbol and a word. */
export function DueLine({ due, asked, to }: DueLineProps) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const title = pickText(due.title, locale);
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-l-4 border-dashed border-edge py-2 pl-3">
      <span className={`inline-flex items-center gap-1 text-sm font-semibold ${due.late ? "text-ochre" : "text-soft"}`}>
        <AlarmClock aria-hidden className="size-4 self-center" />
        {t(due.closed ? "dueClosed" : due.late ? "dueLate" : to ? "dueSign" : asked ? "dueAsked" : "due")}
      </span>
      <span className="tabular-nums">
        {asked === undefined ? null : `${formatShortDay(due.due_local, locale)} `}
        {formatTime(due.due_local, locale)} {formatShortZone(due.time_zone, locale)}
      </span>
      <Link
        to={to ?? `/items/${due.id}`}
        lang={title.lang}
        className="inline-flex min-h-11 items-center font-semibold hover:underline"
      >
        {title.text}
      </Link>
      <span className="text-sm text-soft">{shortNameOf(due.organization, locale)}</span>
    </p>
  );
}
