import { Link } from "@remix-run/react";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useTranslations } from "use-intl";
import type { Locale } from "~/i18n/translation";
import { buttonStyle } from "~/ui/button-style";
import { ChoiceLinks } from "~/ui/choice-links";
import type { CalendarSpan } from "../calendar/span";
import type { Readership } from "./week-choice";

type WeekToolbarProps = {
  week: CalendarSpan;
  readership: Readership;
  /** For whom there can be a sheet. */
  offered: Readership[];
  language: Locale;
  languages: { locale: Locale; name: string }[];
};

/** Which week, for whom, in which language. */
export function WeekToolbar({ week, readership, offered, language, languages }: WeekToolbarProps) {
  const t = useTranslations("week");
  const asked = { on: week.first, for: readership, in: language };
  const to = (change: Partial<Record<keyof typeof asked, string>>) =>
    `?${new URLSearchParams({ ...asked, ...change }).toString()}`;

  return (
    <div data-screen-only className="mb-6 grid gap-4">
      <nav aria-label={t("weeks")} className="flex flex-wrap gap-2">
        {week.previous ? (
          <Link to={to({ on: week.previous })} preventScrollReset className={buttonStyle("quiet")}>
            <ChevronLeft aria-hidden className="-ml-1 size-4" />
            {t("previous")}
          </Link>
        ) : null}
        <Link to={to({ on: "" })} preventScrollReset className={buttonStyle("quiet")}>
          {t("now")}
        </Link>
        {week.next ? (
          <Link to={to({ on: week.next })} preventScrollReset className={buttonStyle("quiet")}>
            {t("next")}
            <ChevronRight aria-hidden className="-mr-1 size-4" />
          </Link>
        ) : null}
      </nav>
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <ChoiceLinks
          label={t("forWhom")}
          chosen={readership}
          options={offered.map((one) => ({ value: one, label: t(one), to: to({ for: one }) }))}
        />
        <ChoiceLinks
          label={t("language")}
          chosen={language}
          options={languages.map(({ locale, name }) => ({
            ...{ value: locale, label: name, lang: locale },
            to: to({ in: locale }),
          }))}
        />
      </div>
    </div>
  );
}
