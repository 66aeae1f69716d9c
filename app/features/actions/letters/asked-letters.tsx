import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { formatDay } from "~/platform/time";

type AskedLettersProps = {
  letters: { id: string; title: Record<string, string>; due_local: string }[];
  home: string;
};

/** Letters for which a colleague asks for the organization's signature, each with the way to answer. */
export function AskedLetters({ letters, home }: AskedLettersProps) {
  const t = useTranslations("home");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line">
      {letters.map(({ id, title, due_local }) => {
        const { text, lang } = pickText(title, locale);
        return (
          <li key={id} className="py-2">
            <Link to={`${home}/letters/${id}/signature`} lang={lang} className="link inline-flex min-h-11 items-center">
              {text}
            </Link>
            <p className="text-sm text-soft">{t("letterDue", { day: formatDay(due_local, locale) })}</p>
          </li>
        );
      })}
    </ul>
  );
}
