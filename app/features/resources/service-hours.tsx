import { useLocale, useTranslations } from "use-intl";
import { formatDay } from "~/platform/time";
import { hoursLines } from "./hours";
import { LocalText } from "./local-text";
import type { ServicePage } from "./service";

/** Opening hours, a line for each part of the week, and the days on which it stays closed. */
export function ServiceHours({ schedules, closures }: Pick<ServicePage, "schedules" | "closures">) {
  const t = useTranslations("resources");
  const locale = useLocale();
  return (
    <>
      <ul>
        {hoursLines(schedules, locale).map(({ days, from, until, allDay }) => (
          <li key={`${days}${from}`} className="tabular-nums">
            {days} <span className="font-semibold">{allDay ? t("allDay") : `${from} – ${until}`}</span>
          </li>
        ))}
      </ul>
      {closures.length > 0 ? (
        <div className="mt-2">
          <span className="text-soft">{t("closed")}</span>
          <ul>
            {closures.map(({ closed_on, note }) => (
              <li key={closed_on}>
                {formatDay(`${closed_on}T00:00:00`, locale)} <LocalText texts={note} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
