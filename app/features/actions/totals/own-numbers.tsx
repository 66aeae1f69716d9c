import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatDay, formatMonth, localIn } from "~/platform/time";
import { Table } from "~/ui/table";
import type { OwnMetric } from "./facts";
import { latestOf } from "./latest-of";

type OwnNumbersProps = { metric: OwnMetric; base: string; canEnter: boolean; readerZone: string };

/** Every month with what the organization counted in it, and what stood there before a correction. */
export function OwnNumbers({ metric, base, canEnter, readerZone }: OwnNumbersProps) {
  const t = useTranslations("totals");
  const locale = useLocale();
  return (
    <Table
      caption={t("ownCaption")}
      head={[t("month"), t("ownNumber"), t("before"), t("state"), ...(canEnter ? [t("change")] : [])]}
      rows={metric.months.toReversed().map(({ month, closed, total }) => {
        const latest = latestOf(metric, month);
        const said = formatMonth(month, locale);
        const earlier = metric.own.filter((one) => one.month === month && one !== latest);
        return {
          key: month,
          cells: [
            said,
            latest ? (
              <span key="own" className="tabular-nums">
                {t("number", { amount: latest.amount })}
              </span>
            ) : (
              t("none")
            ),
            earlier.length > 0 ? (
              <ul key="before" className="text-sm text-soft">
                {earlier.map(({ version, amount, entered_at }) => (
                  <li key={version}>
                    {t("earlier", { amount, day: formatDay(localIn(entered_at, readerZone), locale) })}
                  </li>
                ))}
              </ul>
            ) : (
              ""
            ),
            closed ? t(total === null ? "notPublished" : "closed") : t("open"),
            ...(canEnter
              ? [
                  <Link
                    key="change"
                    to={`${base}?month=${month.slice(0, 7)}`}
                    className="link inline-flex min-h-11 items-center"
                  >
                    {latest ? t("correct") : t("enter")}
                    <span className="sr-only">{said}</span>
                  </Link>,
                ]
              : []),
          ],
        };
      })}
    />
  );
}
