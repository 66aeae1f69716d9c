import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { formatMonth, formatYearlyDay } from "~/platform/time";
import { Table } from "~/ui/table";
import type { Metric } from "./facts";

const [step, bar, height] = [28, 18, 96];

/** What was published month by month: as bars, and beside them as a table. */
export function MonthChart({ metric }: { metric: Pick<Metric, "name" | "unit" | "months"> }) {
  const t = useTranslations("totals");
  const locale = useLocale();
  const { months } = metric;
  const name = pickText(metric.name, locale).text;
  const unit = pickText(metric.unit, locale).text;
  const highest = Math.max(1, ...months.map(({ total }) => total ?? 0));

  return (
    <div className="grid items-start gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <svg
        role="img"
        aria-label={t("chart", { name })}
        viewBox={`0 0 ${Math.max(6, months.length) * step} ${height + 2}`}
        className="h-28 w-full max-w-[24rem] text-jade"
        preserveAspectRatio="xMinYMax meet"
      >
        {months.map(({ month, total }, at) => {
          const tall = total === null ? 0 : Math.max(2, (total / highest) * height);
          return (
            <rect key={month} x={at * step + 2} y={height - tall} width={bar} height={tall} fill="currentColor">
              <title>{`${formatMonth(month, locale)}: ${total ?? "–"}`}</title>
            </rect>
          );
        })}
        <line x1="0" x2="100%" y1={height + 1} y2={height + 1} stroke="currentColor" strokeWidth="1" />
      </svg>
      <Table
        caption={t("tableCaption", { name })}
        head={[t("month"), t("published", { unit }), t("contributors")]}
        rows={months.toReversed().map(({ month, closes_on, closed, total, contributors }) => ({
          key: month,
          cells: [
            formatMonth(month, locale),
            total === null ? (
              <span key="total" className="text-soft">
                {closed ? t("notPublished") : t("stillOpen", { day: formatYearlyDay(closes_on, locale) })}
              </span>
            ) : (
              <span key="total" className="tabular-nums">
                {t("number", { amount: total })}
              </span>
            ),
            contributors === null ? "" : t("organizations", { count: contributors }),
          ],
        }))}
      />
    </div>
  );
}
