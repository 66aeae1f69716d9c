import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import { formatDay } from "~/platform/time";
import { EmptyState } from "~/ui/empty-state";
import { Table } from "~/ui/table";
import type { CalendarOrganization } from "./private-calendar-form";
import type { PrivateCalendar } from "./queries.server";

type PrivateCalendarTableProps = { calendars: PrivateCalendar[]; organizations: CalendarOrganization[] };

/** The reader's private calendars; their addresses are not known any more. */
export function PrivateCalendarTable({ calendars, organizations }: PrivateCalendarTableProps) {
  const t = useTranslations("calendars");
  const locale = useLocale();
  if (calendars.length === 0) return <EmptyState title={t("none")}>{t("noneText")}</EmptyState>;

  return (
    <Table
      caption={t("mine")}
      head={[t("label"), t("organization"), t("shown"), t("lastUsed"), t("change")]}
      rows={calendars.map(({ id, label, shown_id, shows, last_used_on }) => {
        const organization = organizations.find((one) => one.id === shown_id);
        return {
          key: id,
          cells: [
            label,
            organization ? nameOf(organization, locale) : t("all"),
            t(shows),
            last_used_on ? formatDay(last_used_on, locale) : t("neverUsed"),
            <Link
              key="end"
              to={`/settings/calendars/${id}/ending`}
              aria-label={t("endOf", { label })}
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
