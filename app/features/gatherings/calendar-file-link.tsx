import { Link } from "@remix-run/react";
import CalendarPlus from "lucide-react/icons/calendar-plus";
import { useTranslations } from "use-intl";

/** A gathering as a file that the reader's own calendar takes in. */
export function CalendarFileLink({ id }: { id: string }) {
  const t = useTranslations("gatherings");
  return (
    <Link
      to={`/gatherings/${id}/calendar.ics`}
      reloadDocument
      className="link inline-flex min-h-11 items-center gap-1.5"
    >
      <CalendarPlus aria-hidden className="size-4 shrink-0" />
      {t("addToCalendar")}
    </Link>
  );
}
