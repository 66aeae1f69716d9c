import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import { EmptyState } from "~/ui/empty-state";
import { Table } from "~/ui/table";
import type { Membership } from "./queries.server";

/** The organizations that the reader belongs to, each with the way out. */
export function MembershipTable({ organizations }: { organizations: Membership[] }) {
  const t = useTranslations("settings");
  const role = useTranslations("role");
  const locale = useLocale();
  if (organizations.length === 0) return <EmptyState title={t("noOrganization")}>{t("noOrganizationText")}</EmptyState>;

  return (
    <Table
      caption={t("organizations")}
      head={[t("organization"), t("role"), t("change")]}
      rows={organizations.map((organization) => {
        const name = nameOf(organization, locale);
        return {
          key: organization.slug,
          cells: [
            name,
            role(organization.role),
            <Link
              key="leave"
              to={`/settings/organizations/${organization.slug}/leaving`}
              aria-label={t("leaveWhich", { organization: name })}
              className="link inline-flex min-h-11 items-center font-medium"
            >
              {t("leave")}
            </Link>,
          ],
        };
      })}
    />
  );
}
