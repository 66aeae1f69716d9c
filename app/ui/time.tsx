import { useLocale, useTranslations } from "use-intl";
import { formatShortDay, formatTimes, formatWhen, formatZone, localIn, type When } from "~/platform/time";

type TimeProps = {
  when: When;
  /** The zone of whoever reads; their time stands beside the place's when it differs. */
  readerZone?: string | undefined;
  /** In a list below its day, the hours and the zone are enough. */
  show?: "whole" | "hours";
};

/** When something is, as the clocks of its place show it, and as the reader's do where that differs. */
export function Time({ when, readerZone, show = "whole" }: TimeProps) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const { place, reader } = formatWhen(when, locale, readerZone);
  const whole = show === "whole";

  return (
    <>
      <time dateTime={when.starts_at} className="block">
        {whole ? place : <span className="font-semibold">{formatTimes(when, locale)}</span>}
        {whole ? null : (
          <span className="block text-sm text-soft">{formatZone(when.time_zone, locale, when.starts_at)}</span>
        )}
      </time>
      {reader && readerZone ? (
        <span className="block text-sm text-soft">
          {t("yourTime", { when: whole ? reader : hoursIn(readerZone, when, locale) })}
        </span>
      ) : null}
    </>
  );
}

function hoursIn(zone: string, when: When, locale: string): string {
  const seen = { starts_local: localIn(when.starts_at, zone), ends_local: localIn(when.ends_at, zone) };
  const sameDay = seen.starts_local.slice(0, 10) === when.starts_local.slice(0, 10);
  const hours = formatTimes(seen, locale);
  return sameDay ? hours : `${formatShortDay(seen.starts_local, locale)} ${hours}`;
}
