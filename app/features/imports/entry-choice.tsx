import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { formatDay, formatTimes, formatZone } from "~/platform/time";
import { TickedBox } from "~/ui/ticked-box";
import { FieldChange } from "./field-change";
import type { ImportEntry } from "./queries.server";
import { SeriesDates } from "./series-dates";
import { remarkOf } from "./words";

/** One entry that is new or changed: when it is, and what would change. */
export function EntryChoice({ entry }: { entry: ImportEntry }) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const { place, gathering_id, when, fields } = entry;
  const { text, lang } = pickText(entry.title, locale);
  const remarks = entry.remarks.map(remarkOf).filter((remark) => remark !== undefined);

  return (
    <li className="py-2">
      <TickedBox name="taken" value={String(place)} checked>
        <span lang={lang} className="font-semibold">
          {text}
        </span>
        {entry.instead_of ? (
          <span className="block text-soft">{t("insteadOf", { day: formatDay(entry.instead_of, locale) })}</span>
        ) : null}
        {entry.series ? (
          <SeriesDates series={entry.series} timeZone={when.time_zone} />
        ) : (
          <span className="block text-soft">
            {formatDay(when.starts_local, locale)}, {formatTimes(when, locale)} ({formatZone(when.time_zone, locale)})
          </span>
        )}
        {entry.state === "new" && entry.address ? <span className="block text-soft">{entry.address}</span> : null}
      </TickedBox>
      <div className="ml-8 grid gap-1 text-sm">
        {remarks.map((remark) => (
          <p key={remark} className="text-soft">
            {t(`remark.${remark}`)}
          </p>
        ))}
        {fields.some(({ name }) => name === "repeats") ? (
          <p className="text-soft">{t(entry.is_seen ? "newDatesSeen" : "newDates")}</p>
        ) : null}
        {fields.length > 0 ? (
          <dl className="grid gap-2 border-l border-line pl-4 text-base">
            {fields.map((field) => (
              <FieldChange key={field.name} field={field} series={entry.series} />
            ))}
          </dl>
        ) : null}
        {fields.some(({ conflict }) => conflict) ? (
          <div className="text-base">
            <TickedBox name="theirs" value={String(place)} checked={false}>
              {t("theirs")}
            </TickedBox>
          </div>
        ) : null}
        {gathering_id ? (
          <p>
            <Link to={`/gatherings/${gathering_id}`} className="inline-block min-h-6 py-1 text-jade underline">
              {t("seeGathering", { title: text })}
            </Link>
          </p>
        ) : null}
      </div>
    </li>
  );
}
