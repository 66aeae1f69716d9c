import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatDay, localIn } from "~/platform/time";
import { Table } from "~/ui/table";
import type { MemberOrganization } from "./member-organization";
import type { Invitation } from "./queries.server";

type InvitationTableProps = { organization: MemberOrganization; invitations: Invitation[]; readerZone: string };

/** The invitations that wait to be accepted, for admins. */
export function InvitationTable({ organization, invitations, readerZone }: InvitationTableProps) {
  const t = useTranslations("members");
  const role = useTranslations("role");
  const locale = useLocale();
  const day = (instant: string) => formatDay(localIn(instant, readerZone), locale);

  return (
    <Table
      caption={t("waiting")}
      head={[t("email"), t("role"), t("until"), t("actions")]}
      rows={invitations.map(({ id, email, expires_at, expired, ...invitation }) => ({
        key: id,
        cells: [
          <span key="email" className="break-all">
            {email}
          </span>,
          role(invitation.role),
          expired ? t("expired", { day: day(expires_at) }) : day(expires_at),
          <span key="actions" className="flex flex-wrap gap-x-5">
            {(["renewal", "withdrawal"] as const).map((noun) => (
              <Link
                key={noun}
                to={`/o/${organization.slug}/invitations/${id}/${noun}`}
                aria-label={t(noun === "renewal" ? "renewOf" : "withdrawOf", { email })}
                className="link inline-flex min-h-11 items-center font-medium"
              >
                {t(noun === "renewal" ? "renew" : "withdraw")}
              </Link>
            ))}
          </span>,
        ],
      }))}
    />
  );
}
