import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { useLanguageName } from "~/i18n/use-language-name";
import { PlainText } from "~/ui/plain-text";
import type { GatheringPage } from "./card";

/** What a gathering is about, in the reader's language; what it says in other languages opens below. */
export function GatheringDescription({ gathering }: { gathering: Pick<GatheringPage, "title" | "description"> }) {
  const t = useTranslations("gatherings");
  const locale = useLocale();
  const languageName = useLanguageName();
  const { title, description } = gathering;
  const own = pickText(description, locale);
  const titleIn = pickText(title, locale).lang;
  const others = [...new Set([...Object.keys(title), ...Object.keys(description ?? {})])].filter(
    (tag) => !(tag === own.lang || !description?.[tag]) || (tag !== titleIn && title[tag]),
  );

  return (
    <div className="grid gap-4">
      {own.text ? (
        <div lang={own.lang === locale ? undefined : own.lang}>
          <PlainText text={own.text} />
        </div>
      ) : null}
      {others.map((tag) => (
        <details key={tag} className="group/language">
          <summary className="flex min-h-11 items-center gap-2 font-medium text-jade hover:underline">
            <span aria-hidden className="transition-transform group-open/language:rotate-90">
              ›
            </span>
            {t("inLanguage", { language: languageName(tag) })}
          </summary>
          <div lang={tag} className="mt-1 grid gap-2 border-l border-line pl-4">
            {title[tag] ? <p className="text-lg font-semibold">{title[tag]}</p> : null}
            {description?.[tag] ? <PlainText text={description[tag]} /> : null}
          </div>
        </details>
      ))}
    </div>
  );
}
