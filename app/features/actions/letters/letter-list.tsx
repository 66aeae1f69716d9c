import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import type { Letter } from "./facts";
import { LetterAudience } from "./letter-audience";
import { formatInstant, formatMoment } from "./moments";

type Listed = Letter & { internal_at: string | null };
type LetterListProps<One extends Listed> = {
  letters: One[];
  to: (letter: One) => string;
  now: string;
  more?: (letter: One) => ReactNode;
};

/** Letters with their lead, their deadlines and how many have signed. */
export function LetterList<One extends Listed>({ letters, to, now, more }: LetterListProps<One>) {
  const t = useTranslations("letters");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line border-y border-line">
      {letters.map((letter) => {
        const title = pickText(letter.title, locale);
        const { is_final, internal_at, time_zone } = letter;
        const due = formatMoment(letter.due_local, time_zone, locale);
        return (
          <li key={letter.id} className="grid gap-1 py-4">
            <Link
              to={to(letter)}
              lang={title.lang}
              className="text-lg leading-snug font-semibold wrap-anywhere hover:underline"
            >
              {title.text}
            </Link>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
              <LetterAudience letter={letter} />
              {is_final ? <span className="font-semibold text-jade">{t("final")}</span> : null}
              <span>{t("ledBy", { organization: nameOf(letter.lead, locale) })}</span>
              <span>{t("countSigned", { count: letter.signed })}</span>
            </p>
            <p className="text-soft">{t(letter.is_over ? "wasDue" : "dueBy", { when: due })}</p>
            {internal_at && !is_final ? (
              <p className={Date.parse(internal_at) < Date.parse(now) ? "text-ochre" : "text-soft"}>
                {t(Date.parse(internal_at) < Date.parse(now) ? "internalOver" : "internalBy", {
                  when: formatInstant(internal_at, time_zone, locale),
                })}
              </p>
            ) : null}
            {more?.(letter)}
          </li>
        );
      })}
    </ul>
  );
}
