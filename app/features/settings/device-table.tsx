import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatDay, formatTime, localIn } from "~/platform/time";
import { Table } from "~/ui/table";
import type { Session } from "./queries.server";

type DeviceTableProps = { sessions: Session[]; readerZone: string };

/** Where the reader is signed in, the newest first. */
export function DeviceTable({ sessions, readerZone }: DeviceTableProps) {
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
