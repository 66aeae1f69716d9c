import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";

type AccountListProps = { email: string; newEmail: string | null };

/** What concerns the account itself; each is done on a page of its own, with the password. */
export function AccountList({ email, newEmail }: AccountListProps) {
  const t = useTranslations("settings");
  return (
    <ul className="divide-y divide-line">
      <Entry
        title={t("address")}
        text={<span className="break-all">{email}</span>}
        more={newEmail ? t("addressWaits", { email: newEmail }) : undefined}
        to="/settings/address"
        label={t("changeAddress")}
      />
      <Entry title={t("password")} text={t("passwordText")} to="/settings/password" label={t("changePassword")} />
      <Entry title={t("calendars")} text={t("calendarsText")} to="/settings/calendars" label={t("toCalendars")} />
      <Entry title={t("export")} text={t("exportText")} to="/settings/export" label={t("exportNow")} isFile />
      <Entry title={t("deletion")} text={t("deletionText")} to="/settings/deletion" label={t("toDeletion")} />
    </ul>
  );
}

type EntryProps = {
  title: string;
  text: ReactNode;
  more?: string | undefined;
  to: string;
  label: string;
  /** What is downloaded is no page. */
  isFile?: boolean;
};

function Entry({ title, text, more, to, label, isFile = false }: EntryProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4 first:pt-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-semibold">{title}</p>
        <p className="text-soft">{text}</p>
        {more ? <p className="mt-1 font-medium text-ochre">{more}</p> : null}
      </div>
      <LinkButton to={to} variant="quiet" reloadDocument={isFile}>
        {label}
      </LinkButton>
    </li>
  );
}
