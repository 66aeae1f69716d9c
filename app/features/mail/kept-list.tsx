import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatDay, formatTime, formatZone, localIn } from "~/platform/time";
import { Table } from "~/ui/table";
import type { KeptMessage } from "./queries.server";

/** The demonstration's mailbox: what would have been sent, the newest first. */
export function KeptList({ messages, zone }: { messages: KeptMessage[]; zone: string }) {
  const t = useTranslations("mailbox");
  const locale = useLocale();

  return (
    <Table
      caption={t("title")}
      head={[t("subject"), t("to"), t("when", { zone: formatZone(zone, locale) })]}
      rows={messages.map(({ id, subject, recipient, sent_at }) => {
        const local = localIn(sent_at, zone);
        return {
          key: id,
          cells: [
            <Link key="subject" to={`/mailbox/${id}`} className="link inline-flex min-h-11 items-center">
              {subject}
            </Link>,
            <span key="to" className="break-all">
              {recipient}
            </span>,
            `${formatDay(local, locale)} ${formatTime(local, locale)}`,
          ],
        };
      })}
    />
  );
}
