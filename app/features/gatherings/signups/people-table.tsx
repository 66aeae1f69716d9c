import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { useLanguageName } from "~/i18n/use-language-name";
import { Table } from "~/ui/table";
import type { SignedUp } from "./queries.server";

type PeopleTableProps = {
  people: SignedUp[];
  /** The list's own address, below which each can be removed, for those who may. */
  base: string | null;
};

/** Who comes and who waits, with what the organization needs to know of them. */
export function PeopleTable({ people, base }: PeopleTableProps) {
  const t = useTranslations("signups");
  const languageName = useLanguageName();
  const head = [
    t("column.name"),
    t("column.seats"),
    t("column.language"),
    t("column.needs"),
    t("column.contact"),
    t("stands"),
    ...(base ? [t("change")] : []),
  ];

  return (
    <Table
      caption={t("people")}
      head={head}
      rows={people.map((person) => ({
        key: person.id,
        cells: [
          person.name,
          person.seats,
          languageName(person.language),
          person.needs.map((need) => t(`need.${need}`)).join(", "),
          person.contact,
          <span key="stands">
            {t(person.state)}
            {person.to_call ? <strong className="block text-ochre">{t("toCall")}</strong> : null}
            {person.is_ours ? null : <span className="block text-sm text-soft">{t("toldUs")}</span>}
          </span>,
          ...(base
            ? [
                person.is_ours ? (
                  <Link
                    key="remove"
                    data-screen-only
                    to={`${base}/${person.id}/removal`}
                    aria-label={t("removeWho", { name: person.name })}
                    className="link inline-flex min-h-11 items-center font-medium"
                  >
                    {t("remove")}
                  </Link>
                ) : null,
              ]
            : []),
        ],
      }))}
    />
  );
}
