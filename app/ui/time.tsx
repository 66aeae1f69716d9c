import { useLocale, useTranslations } from "use-intl";
import { formatTimes, formatWhen, formatZone, type When } from "~/platform/time";

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

  return (
    <span>
      <time dateTime={when.starts_at}>
        {show === "whole" ? (
          place
        ) : (
          <>
            <span className="font-semibold">{formatTimes(when, locale)}</span>{" "}
            <span className="text-sm text-soft">{formatZone(when.time_zone, locale, when.starts_at)}</span>
          </>
        )}
      </time>
      {reader ? <span className="block text-sm text-soft">{t("yourTime", { when: reader })}</span> : null}
    </span>
  );
}
