import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { OrganizationMark } from "~/ui/organization-mark";
import { Table } from "~/ui/table";
import type { Hosting } from "../card";

type HostTableProps = {
  hostings: Hosting[] /** Where each has pages of its own; nothing for who only reads. */;
  base?: string;
};

/** With whom a gathering is held: part, answer and rights of each. */
export function HostTable({ hostings, base }: HostTableProps) {
  const t = useTranslations("hosts");
  const locale = useLocale();

  return (
    <Table
      caption={t("title")}
      head={[t("organization"), t("part"), t("state"), ...(base ? [t("actions")] : [])]}
      rows={hostings.map(({ organization, part, may_edit, state }) => ({
        key: organization.id,
        cells: [
          <OrganizationMark key="organization" organization={organization} name="whole" />,
          may_edit ? t("partEditing", { part: t(part) }) : t(part),
          t(state),
          ...(base
            ? [
                <Links
                  key="actions"
                  hosting={{ part, may_edit, state }}
                  at={`${base}/${organization.id}`}
                  name={shortNameOf(organization, locale)}
                />,
              ]
            : []),
        ],
      }))}
    />
  );
}

type LinksProps = { hosting: Pick<Hosting, "part" | "may_edit" | "state">; at: string; name: string };

function Links({ hosting: { part, may_edit, state }, at, name }: LinksProps) {
  const t = useTranslations("hosts");
  const link = "link inline-flex min-h-11 items-center font-medium";
  return (
    <span className="flex flex-wrap gap-x-5">
      {part === "co_host" && state !== "declined" ? (
        <Link
          to={`${at}/rights`}
          className={link}
          aria-label={t(may_edit ? "forbidOf" : "allowOf", { organization: name })}
        >
          {t(may_edit ? "forbid" : "allow")}
        </Link>
      ) : null}
      <Link
        to={`${at}/ending`}
        className={link}
        aria-label={t(state === "accepted" ? "endOf" : "takeBackOf", { organization: name })}
      >
        {t(state === "accepted" ? "end" : "takeBack")}
      </Link>
    </span>
  );
}
