import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import type { Locale } from "~/i18n/translation";
import { formatDay, formatTimes, formatZone } from "~/platform/time";
import type { ChangedField, ImportSeries } from "./queries.server";
import { useRepetitionInWords } from "./repetition-in-words";

/** A field as it stands here and as it is there. */
export function FieldChange({ field, series }: { field: ChangedField; series: ImportSeries | null }) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const inWords = useRepetitionInWords();
  // What repeats there is told by what of it is to come, as what repeats here is.
  const ahead = series && { ...series, starts_local: series.first };
  const [ours, theirs] =
    field.name === "repeats" ? [inWords(field.ours), inWords({ ...field.theirs, ...ahead })] : bothOf(field, locale);

  return (
    <div className="wrap-anywhere">
      <dt className="text-sm text-soft">
        {t(`field.${field.name}`)}
        {field.conflict ? <span className="ml-2 font-medium text-ochre">{t("conflict")}</span> : null}
      </dt>
      <dd>
        <span className="sr-only">{t("before")}</span>
        <del className="text-soft">{ours || t("none")}</del>
      </dd>
      <dd>
        <span className="sr-only">{t("after")}</span>
        <ins className="no-underline">{theirs || t("none")}</ins>
      </dd>
    </div>
  );
}

function bothOf(field: Exclude<ChangedField, { name: "repeats" }>, locale: Locale): [ours: string, theirs: string] {
  switch (field.name) {
    case "when": {
      const inWords = ({ starts_local, ends_local, time_zone }: typeof field.ours) =>
        `${formatDay(starts_local, locale)}, ${formatTimes({ starts_local, ends_local }, locale)} (${formatZone(time_zone, locale)})`;
      return [inWords(field.ours), inWords(field.theirs)];
    }
    case "title":
    case "description":
      return [beginningOf(pickText(field.ours, locale).text), beginningOf(pickText(field.theirs, locale).text)];
    default:
      return [field.ours, field.theirs];
  }
}

function beginningOf(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300).trimEnd()}…` : text;
}
