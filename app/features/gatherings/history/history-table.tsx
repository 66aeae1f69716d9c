import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { shortNameOf } from "~/i18n/names";
import { formatDay, formatTime, formatZone, localIn } from "~/platform/time";
import { Table } from "~/ui/table";
import type { Change } from "./queries.server";
import { useChangedFields } from "./use-changed-fields";

/** Who changed what of a gathering, newest first, by the clocks of whoever reads. */
export function HistoryTable({ changes, readerZone }: { changes: Change[]; readerZone: string }) {
  const t = useTranslations("history");
  const locale = useLocale();
  const changedFields = useChangedFields();

  return (
    <Table
      caption={t("title")}
      head={[t("when"), t("who"), t("what")]}
      rows={changes.map(({ changed_at, fields, person, by_person, by_host, host }) => {
        const local = localIn(changed_at, readerZone);
        return {
          key: `${changed_at} ${fields.join(" ")}`,
          cells: [
            <time key="when" dateTime={changed_at}>
              {formatDay(local, locale)}{" "}
              <span className="whitespace-nowrap">
                {formatTime(local, locale)} ({formatZone(readerZone, locale, changed_at)})
              </span>
            </time>,
            host ? shortNameOf(host, locale) : (person ?? t(by_host ? "host" : by_person ? "member" : "installation")),
            formatList(changedFields(fields), locale),
          ],
        };
      })}
    />
  );
}
