import { useLocale, useTranslations } from "use-intl";
import { describeRule } from "~/i18n/describe-rule";
import { readRule } from "~/platform/recurrence/read-rule";
import { formatDay, formatZone } from "~/platform/time";
import type { ImportSeries } from "./queries.server";

type SeriesDatesProps = { series: ImportSeries; timeZone: string };

/** How an entry repeats, in words, and how many dates that are. */
export function SeriesDates({ series, timeZone }: SeriesDatesProps) {
  const t = useTranslations("imports");
  const say = useTranslations("repeat");
  const locale = useLocale();
  const { rule, dates, first, last, goes_on } = series;
  const days = { first: formatDay(first, locale), last: formatDay(last, locale) };

  return (
    <>
      <span className="block font-medium">
        {describeRule(readRule(rule).rule ?? null, first, say, locale)} ({formatZone(timeZone, locale)})
      </span>
      <span className="block text-soft">
        {dates === 1
          ? t("oneDate", { day: days.first })
          : t("datesBetween", { ...days, dates: t("dates", { count: dates }) })}
        {goes_on ? ` ${t("goesOn")}` : ""}
      </span>
    </>
  );
}
