import { useTranslations } from "use-intl";
import type { QrPath } from "~/platform/paper/qr-path.server";
import type { CollectionSheet } from "./collection-sheet";
import { HandoutFoot } from "./handout-foot";
import { HandoutWarnings } from "./handout-warnings";

type CollectionSheetPageProps = { sheet: CollectionSheet; hue: string; code: { qr: QrPath; url: string } | null };

/** A collection as it is printed: one page, an entry below the other. */
export function CollectionSheetPage({ sheet, hue, code }: CollectionSheetPageProps) {
  const t = useTranslations("handingOut");
  const { by, names, forWhom, entries, more, warnings, foot, demonstrations, style } = sheet;
  const [title, ...others] = names;

  return (
    <article
      data-hue={hue}
      className={`max-w-[52rem] rounded-md border border-line bg-surface p-5 sm:p-10 print:max-w-none print:border-0 print:p-0 ${style}`}
    >
      <p className="mb-[0.5em] border-l-8 border-(--hue) pl-3 leading-snug font-bold text-(--hue)">{by.join(" · ")}</p>
      <h2 lang={title?.lang} className="text-[1.5em] leading-tight font-bold">
        {title?.text}
      </h2>
      {others.map(({ lang, text }) => (
        <p key={lang} lang={lang} className="text-[1.5em] leading-tight font-bold text-soft">
          {text}
        </p>
      ))}
      {forWhom ? (
        <p className="mt-1 inline-block border-2 border-ochre px-2 py-0.5 leading-snug font-semibold text-ochre">
          {forWhom}
        </p>
      ) : null}
      <ul className="mt-[0.5em] divide-y divide-line border-y border-line">
        {entries.map(({ key, names: titles, phone, lines, confirm }) => (
          <li key={key} className="py-[0.3em] leading-snug">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-[1.15em] font-bold">
              <span>
                {titles.map(({ lang, text }, at) => (
                  <span key={lang} lang={lang}>
                    {at > 0 ? " · " : ""}
                    {text}
                  </span>
                ))}
              </span>
              <span className="whitespace-nowrap tabular-nums">{phone}</span>
            </p>
            {lines.map(({ lang, text }) => (
              <p key={lang} lang={lang} className="text-[0.85em]">
                {text}
              </p>
            ))}
            {confirm ? <p className="text-[0.85em] font-semibold text-cinnabar">{confirm}</p> : null}
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="mt-[0.4em] text-[0.85em]">{t("collectionMore", { count: more })}</p> : null}
      <HandoutWarnings warnings={warnings} />
      <HandoutFoot texts={foot} code={code} />
      {demonstrations.map(({ lang, text }) => (
        <p key={lang} lang={lang} className="mt-1 text-[0.8em] font-medium">
          {text}
        </p>
      ))}
    </article>
  );
}
