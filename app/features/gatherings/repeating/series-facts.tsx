import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { describeRule } from "~/i18n/describe-rule";
import { readRule } from "~/platform/recurrence/read-rule";
import { formatDay, formatShortDay, formatTimes } from "~/platform/time";
import { Message } from "~/ui/message";
import type { GatheringPage } from "../card";
import { StateMark } from "../state-mark";

/** How a gathering repeats, the ones before and after it, and when it comes next, as far as its reader may see them. */
export function SeriesFacts({ gathering }: { gathering: GatheringPage }) {
  const t = useTranslations("repeat");
  const locale = useLocale();
  const { series } = gathering;
  if (!series) return null;

  const { rule } = readRule(series.rule);
  const near = [
    { key: "previous", found: series.previous },
    { key: "next", found: series.next },
  ] as const;
  return (
    <section aria-labelledby="series" className="grid gap-2">
      <h2 id="series" className="text-xl font-bold">
        {t("label")}
      </h2>
      <p>{describeRule(rule ?? null, gathering.starts_local, t, locale)}</p>
      {series.skipped.length > 0 ? (
        <Message kind="warning" title={t("skippedTitle", { count: series.skipped.length })}>
          <p>{t("skipped", { days: series.skipped.map((wall) => formatDay(wall, locale)).join("; ") })}</p>
        </Message>
      ) : null}
      <p data-screen-only className="flex flex-wrap gap-x-8">
        {near.map(({ key, found }) =>
          found ? (
            <Link
              key={key}
              to={`/gatherings/${found.id}`}
              rel={key === "next" ? "next" : "prev"}
              className="link inline-flex min-h-11 items-center"
            >
              {t(key, { day: formatShortDay(found.starts_local, locale) })}
            </Link>
          ) : null,
        )}
      </p>
      {series.coming.length > 0 ? (
        <div>
          <h3 className="font-semibold">{t("coming")}</h3>
          <ul className="grid">
            {series.coming.map((one) => (
              <li key={one.id} className="flex flex-wrap items-baseline gap-x-2 py-1.5">
                {one.id === gathering.id ? (
                  <span className="font-semibold">{formatDay(one.starts_local, locale)}</span>
                ) : (
                  <Link to={`/gatherings/${one.id}`} className="link py-1">
                    {formatDay(one.starts_local, locale)}
                  </Link>
                )}
                <span className="text-soft">{formatTimes(one, locale)}</span>
                {one.id === gathering.id ? <span className="text-sm text-soft">({t("this")})</span> : null}
                <StateMark state={one.state} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
