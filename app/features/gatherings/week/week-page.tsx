import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useLocale } from "use-intl";
import type { WeekItem, WeekSheet } from "./week-sheet";
import { weekType } from "./week-type";

/** The sheet of a week, as it is printed. In the page's own language the foot of the page says that it is a demonstration. */
export function WeekPage({ sheet }: { sheet: WeekSheet }) {
  const { language, title, span, confidence, days, empty, notAll, demonstration } = sheet;
  const locale = useLocale();

  return (
    <section
      lang={language}
      aria-labelledby="week"
      className="rounded-md border border-line bg-surface p-4 sm:p-8 print:border-0 print:p-0"
    >
      <header className="mb-4 border-b-2 border-ink pb-2">
        <h2 id="week" className="text-xl font-bold">
          {title}
        </h2>
        <p className="font-semibold">{span}</p>
        {confidence ? <p className="mt-1 font-semibold text-cinnabar">{confidence}</p> : null}
      </header>
      {days.length === 0 ? <p>{empty}</p> : null}
      <div className={weekType(sheet)}>
        {days.map(({ on, day, items }) => (
          <section key={on} className="mb-5 print:mb-[0.7em]">
            <h3 className="mb-1 break-after-avoid border-b border-line pb-0.5 font-bold">{day}</h3>
            <ul className="grid gap-3 print:gap-[0.4em]">
              {items.map((item) => (
                <Item key={item.id} item={item} language={language} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {notAll ? <p className="mt-2 font-semibold">{notAll}</p> : null}
      {language === locale ? null : <p className="mt-2 text-sm font-medium">{demonstration}</p>}
    </section>
  );
}

function Item({ item, language }: { item: WeekItem; language: string }) {
  const { url, times, title, state, facts, warning } = item;
  return (
    <li className="break-inside-avoid leading-snug">
      <p className="text-[0.875em] font-medium">{times}</p>
      <p className="font-semibold">
        <a href={url} className="hover:underline">
          {state ? `[${state}] ` : null}
          <span lang={title.lang === language ? undefined : title.lang}>{title.text}</span>
        </a>
      </p>
      <p className="text-[0.875em] text-soft">{facts.join(" · ")}</p>
      {warning.length > 0 ? (
        <div className="mt-1 flex gap-2 border-l-4 border-cinnabar pl-2 text-[0.875em] leading-snug">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-cinnabar" />
          <div>
            {warning.map(({ lang, text }) => (
              <p key={lang} lang={lang}>
                {text}
              </p>
            ))}
          </div>
        </div>
      ) : null}
    </li>
  );
}
