import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatDay, localIn } from "~/platform/time";
import { Table } from "~/ui/table";
import type { MemberOrganization } from "./member-organization";
import type { Member } from "./queries.server";

type MemberTableProps = {
  organization: MemberOrganization;
  members: Member[];
  /** Whether the reader sees what admins do with each. */
  canManage: boolean;
  readerZone: string;
};

/** Who belongs to an organization, with role and since when. */
export function MemberTable({ organization, members, canManage, readerZone }: MemberTableProps) {
  const t = useTranslations("members");
  const role = useTranslations("role");
  const locale = useLocale();
  const head = [t("name"), t("role"), t("since"), ...(canManage ? [t("actions")] : [])];

  return (
    <Table
      caption={t("title")}
      head={head}
      rows={members.map((member) => ({
        key: member.id,
        cells: [
          member.is_me ? t("me", { name: member.display_name }) : member.display_name,
          role(member.role),
          formatDay(localIn(member.created_at, readerZone), locale),
          ...(canManage ? [<Actions key="actions" slug={organization.slug} member={member} />] : []),
        ],
      }))}
    />
  );
}

function Actions({ slug, member }: { slug: string; member: Member }) {
  const t = useTranslations("members");
  if (member.is_me) return <span className="text-soft">{t("ownRole")}</span>;
  return (
    <span className="flex flex-wrap gap-x-5">
      {(["role", "removal"] as const).map((noun) => (
        <Link
          key={noun}
          to={`/o/${slug}/members/${member.id}/${noun}`}
          aria-label={t(noun === "role" ? "changeRoleOf" : "removeWho", { name: member.display_name })}
          className="link inline-flex min-h-11 items-center font-medium"
        >
          {t(noun === "role" ? "changeRole" : "remove")}
        </Link>
      ))}
    </span>
  );
}
