import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useLocale, useTranslations } from "use-intl";
import type { FlyerText } from "./flyer-text";
import type { QrPath } from "./qr-path.server";

type FlyerPageProps = { texts: FlyerText[]; hue: string; qr: QrPath; url: string };

/** A flyer as it is printed: one page, every language in full, and the code that leads to the latest. */
export function FlyerPage({ texts, hue, qr, url }: FlyerPageProps) {
  const t = useTranslations("flyer");
  const warning = texts[0]?.warning ?? [];
  const names = [...new Set(texts.map(({ organization }) => organization))];

  return (
    <article
      data-hue={hue}
      className="max-w-[52rem] rounded-md border border-line bg-surface p-5 sm:p-10 print:max-w-none print:border-0 print:p-0"
    >
      <p className="mb-5 border-l-8 border-(--hue) pl-3 text-lg leading-snug font-bold text-(--hue) print:text-xl">
        {names.join(" · ")}
      </p>
      <div className="grid gap-8 print:gap-6">
        {texts.map((text) => (
          <OneLanguage key={text.language} text={text} />
        ))}
      </div>
      {warning.length > 0 ? (
        <div className="mt-6 flex gap-3 border-2 border-cinnabar p-3 font-semibold">
          <TriangleAlert aria-hidden className="mt-1 size-6 shrink-0 text-cinnabar" />
          <div>
            {warning.map(({ lang, text }) => (
              <p key={lang} lang={lang}>
                {text}
              </p>
            ))}
          </div>
        </div>
      ) : null}
      <footer className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3 border-t-2 border-ink pt-4">
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
    <section lang={language} className="grid gap-2">
      {cancelled ? <p className="text-xl font-bold text-cinnabar">{cancelled}</p> : null}
      <h2
        lang={title.lang === language ? undefined : title.lang}
        className={`font-bold ${titleSize(title.text)} ${cancelled ? "line-through decoration-2" : ""}`}
      >
        {title.text}
      </h2>
      {forWhom ? (
        <p className="justify-self-start border-2 border-ochre px-2 py-0.5 font-semibold text-ochre print:text-lg">
          {forWhom}
        </p>
      ) : null}
      <p className="text-xl leading-snug font-bold print:text-2xl">
        {day}
        <br />
        {times}
      </p>
      <dl className="grid gap-1 text-lg leading-snug print:text-xl">
        {facts.map(({ label, text: fact }) => (
          <div key={label} className="flex flex-wrap gap-x-3">
            <dt className="text-soft">{label}</dt>
            <dd className="min-w-0 font-semibold whitespace-pre-line">{fact}</dd>
          </div>
        ))}
      </dl>
      {language === locale || !demonstration ? null : <p className="text-sm font-medium">{demonstration}</p>}
    </section>
  );
}

/** As large as a title can be for two languages to fit on one page. */
function titleSize(title: string): string {
  if (title.length <= 30) return "text-3xl leading-tight print:text-[2.75rem]";
  return title.length <= 70 ? "text-2xl leading-tight print:text-3xl" : "text-xl leading-tight print:text-2xl";
}
