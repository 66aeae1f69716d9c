import { Link } from "@remix-run/react";
import Phone from "lucide-react/icons/phone";
import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { useLanguageName } from "~/i18n/use-language-name";
import { formatSpokenTime } from "~/platform/time";
import { LocalText } from "../local-text";
import { formatPhone, phoneLink } from "../phone-in-words";
import type { Result } from "./found";
import { ResultReasons } from "./result-reasons";

/** A service among the results: what it is, by what number, in which languages, when, and why it is here. */
export function ResultItem({ result, miles }: { result: Result; miles?: number | undefined }) {
  const t = useTranslations("finding");
  const locale = useLocale();
  const languageName = useLanguageName();
  const { phone, provider, organization, opening } = result;
  const name = pickText(result.name, locale).text;
  const languages = [
    ["staff", result.staff_languages],
    ["interpreter", result.interpreter_languages],
    ["papers", result.document_languages],
  ] as const;
  const facts = [
    opening === null
      ? null
      : opening.always
        ? t("always")
        : opening.open && opening.closes_local
          ? t("openUntil", { time: formatSpokenTime(opening.closes_local, locale) })
          : t("closedNow"),
    result.cost === "free" ? t("free") : result.cost === "sliding" ? t("sometimesFree") : null,
    result.area_served.length > 0 ? formatList(result.area_served.slice(0, 3), locale) : null,
    miles === undefined ? null : t("miles", { miles: Math.round(miles * 10) / 10 }),
  ].filter((fact) => fact !== null);

  return (
    <li className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h2 className="text-lg font-bold">
          <Link to={`/resources/${result.id}`} className="link inline-flex min-h-11 items-center">
            <LocalText texts={result.name} />
          </Link>
        </h2>
        <p className="text-soft">{provider ? <LocalText texts={provider.name} /> : nameOf(organization, locale)}</p>
        {languages.map(([kind, tags]) =>
          tags.length > 0 ? (
            <p key={kind} className="text-sm">
              <span className="text-soft">{t(kind)}:</span> {formatList(tags.map(languageName), locale)}
            </p>
          ) : null,
        )}
        {facts.length > 0 ? <p className="text-sm">{facts.join(" · ")}</p> : null}
        {result.stale ? <p className="text-sm font-semibold text-ochre">{t("stale")}</p> : null}
        <ResultReasons why={result.why} />
      </div>
      {phone ? (
        <a
          href={phoneLink(phone)}
          aria-label={t("call", { name, number: formatPhone(phone) })}
          className="link inline-flex min-h-11 items-center gap-2 self-start text-lg font-bold tabular-nums sm:justify-self-end"
        >
          <Phone aria-hidden className="size-5 shrink-0" />
          {formatPhone(phone)}
        </a>
      ) : null}
    </li>
  );
}
