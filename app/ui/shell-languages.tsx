import { useLocation } from "@remix-run/react";
import { useLocale } from "use-intl";

type ShellLanguagesProps = { languages: { locale: string; name: string }[]; label: string };

/** The other languages of this very page, as plain links: another language is another document. */
export function ShellLanguages({ languages, label }: ShellLanguagesProps) {
  const current = useLocale();
  const { pathname, search } = useLocation();

  return (
    <ul aria-label={label} className="flex items-center gap-x-3">
      {languages
        .filter(({ locale }) => locale !== current)
        .map(({ locale, name }) => (
          <li key={locale}>
            <a
              href={inLanguage(pathname, search, locale)}
              hrefLang={locale}
              lang={locale}
              className="flex min-h-11 min-w-11 items-center justify-center rounded-md font-medium hover:underline"
            >
              {name}
            </a>
          </li>
        ))}
    </ul>
  );
}

function inLanguage(pathname: string, search: string, locale: string): string {
  const query = new URLSearchParams(search);
  query.set("lang", locale);
  return `${pathname}?${query}`;
}
