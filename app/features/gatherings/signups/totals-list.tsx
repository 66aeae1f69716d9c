import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { useLanguageName } from "~/i18n/use-language-name";
import { needs } from "./needs";
import type { Totals } from "./queries.server";

/** How many come, wait and need what, without a name. */
export function TotalsList({ totals }: { totals: Totals }) {
  const t = useTranslations("signups");
  const locale = useLocale();
  const languageName = useLanguageName();
  const counts = [
    [t("coming"), totals.coming],
    [t("waiting"), totals.waiting],
    ...(totals.left === null ? [] : [[t("left"), totals.left] as const]),
    [t("cancelled"), totals.cancelled],
  ] as const;
  const asked = needs.flatMap((need) => (totals.needs[need] ? [`${t(`need.${need}`)} ${totals.needs[need]}`] : []));
  const spoken = Object.entries(totals.languages).map(([tag, many]) => `${languageName(tag)} ${many}`);
  const sums = [
    [t("needsOf"), asked],
    [t("languagesOf"), spoken],
  ] as const;

  return (
    <dl className="mb-8 flex flex-wrap gap-x-8 gap-y-3 border-y border-line py-4">
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt className="text-sm text-soft">{name}</dt>
          <dd className="text-xl font-bold">{count}</dd>
        </div>
      ))}
      {sums.map(([name, parts]) =>
        parts.length > 0 ? (
          <div key={name} className="w-full">
            <dt className="text-sm text-soft">{name}</dt>
            <dd className="font-semibold">{formatList(parts, locale)}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
