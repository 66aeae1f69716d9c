import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useLocale, useTranslations } from "use-intl";
import type { QrPath } from "~/platform/paper/qr-path.server";
import type { FlyerText } from "./flyer-text";
import { flyerType } from "./flyer-type";

type FlyerPageProps = { texts: FlyerText[]; hue: string; qr: QrPath; url: string };

/** A flyer as it is printed: one page, every language in full, and the code that leads to the latest. */
export function FlyerPage({ texts, hue, qr, url }: FlyerPageProps) {
  const t = useTranslations("flyer");
  const warning = texts[0]?.warning ?? [];
  const names = [...new Set(texts.map(({ organization }) => organization))];

  return (
    <article
      data-hue={hue}
      className={`max-w-[52rem] rounded-md border border-line bg-surface p-5 text-lg sm:p-10 print:max-w-none print:border-0 print:p-0 ${flyerType(texts)}`}
    >
      <p className="mb-[1em] border-l-8 border-(--hue) pl-3 leading-snug font-bold text-(--hue)">{names.join(" · ")}</p>
      <div className="grid gap-[1.5em]">
        {texts.map((text) => (
          <OneLanguage key={text.language} text={text} />
        ))}
      </div>
      {warning.length > 0 ? (
        <div className="mt-[1em] flex gap-3 border-2 border-cinnabar p-3 text-[max(0.8em,1rem)] leading-snug font-semibold">
          <TriangleAlert aria-hidden className="mt-0.5 size-6 shrink-0 text-cinnabar" />
          <div className="grid gap-1">
            {warning.map(({ lang, text }) => (
              <p key={lang} lang={lang}>
                {text}
              </p>
            ))}
          </div>
        </div>
      ) : null}
      <footer className="mt-[1em] flex flex-wrap items-center gap-x-6 gap-y-3 border-t-2 border-ink pt-3">
        <svg role="img" aria-label={t("qr")} viewBox={`0 0 ${qr.size} ${qr.size}`} className="size-44 shrink-0">
          {/* Dark on light whatever the scheme: many cameras read no other way. */}
          <path fill="#fff" d={`M0 0h${qr.size}v${qr.size}H0z`} />
          <path fill="#000" d={qr.path} shapeRendering="crispEdges" />
        </svg>
        <div className="min-w-0 flex-1 basis-56">
          {texts.map(({ language, scan }) => (
            <p key={language} lang={language} className="text-lg font-semibold">
              {scan}
            </p>
          ))}
          <p className="mt-1 text-sm break-all text-soft">{url}</p>
        </div>
      </footer>
    </article>
  );
}

/** In the page's own language the foot of the page says that it is a demonstration. */
function OneLanguage({ text }: { text: FlyerText }) {
  const locale = useLocale();
  const { language, title, forWhom, cancelled, day, times, facts, demonstration } = text;

  return (
    <section lang={language} className="grid gap-[0.35em]">
      {cancelled ? <p className="text-[1.2em] leading-snug font-bold text-cinnabar">{cancelled}</p> : null}
      <h2
        lang={title.lang === language ? undefined : title.lang}
        className={`text-[1.75em] leading-tight font-bold ${cancelled ? "line-through decoration-2" : ""}`}
      >
        {title.text}
      </h2>
      {forWhom ? (
        <p className="justify-self-start border-2 border-ochre px-2 py-0.5 leading-snug font-semibold text-ochre">
          {forWhom}
        </p>
      ) : null}
      <p className="text-[1.25em] leading-snug font-bold">
        {day}
        <br />
        {times}
      </p>
      <dl className="grid gap-[0.25em] leading-snug">
        {facts.map(({ label, text: fact }) => (
          <div key={label} className="grid grid-cols-[5.5em_minmax(0,1fr)] gap-x-3">
            <dt className="text-soft">{label}</dt>
            <dd className="min-w-0 font-semibold whitespace-pre-line">{fact}</dd>
          </div>
        ))}
      </dl>
      {language === locale || !demonstration ? null : <p className="text-sm font-medium">{demonstration}</p>}
    </section>
  );
}
