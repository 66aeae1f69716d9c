import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatDay, formatTime, localIn } from "~/platform/time";
import { Table } from "~/ui/table";
import type { Session } from "./queries.server";

type DeviceTableProps = { sessions: Session[]; readerZone: string };

/** More than a person has at hand stand behind a press. */
const shown = 5;

/** Where the reader is signed in: this device, then the newest. */
export function DeviceTable({ sessions, readerZone }: DeviceTableProps) {
  const t = useTranslations("settings");
  const more = sessions.slice(shown);

  return (
    <>
      <Devices sessions={sessions.slice(0, shown)} readerZone={readerZone} />
      {more.length > 0 ? (
        <details className="mt-3">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-medium">
            {t("moreDevices", { count: more.length })}
          </summary>
          <Devices sessions={more} readerZone={readerZone} />
        </details>
      ) : null}
    </>
  );
}

function Devices({ sessions, readerZone }: DeviceTableProps) {
  const t = useTranslations("settings");
  const locale = useLocale();

  return (
    <Table
      caption={t("devices")}
      head={[t("device"), t("since"), t("change")]}
      rows={sessions.map(({ id, device, began_at, is_this }) => {
        const name = device ?? t("deviceUnknown");
        const since = localIn(began_at, readerZone);
        return {
          key: id,
          cells: [
            is_this ? t("deviceThis", { device: name }) : name,
            `${formatDay(since, locale)} ${formatTime(since, locale)}`,
            <Link
              key="end"
              to={is_this ? "/sign-out" : `/settings/devices/${id}/ending`}
              aria-label={t("endOf", { device: name })}
              className="link inline-flex min-h-11 items-center font-medium"
            >
              {t("end")}
            </Link>,
          ],
        };
      })}
    />
  );
}
