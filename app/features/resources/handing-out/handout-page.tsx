import Phone from "lucide-react/icons/phone";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { QrPath } from "~/platform/paper/qr-path.server";
import { fitHandout } from "./fit-handout";
import { HandoutFoot } from "./handout-foot";
import type { HandoutText } from "./handout-text";
import { HandoutWarnings } from "./handout-warnings";

export type HandoutPageProps = {
  texts: HandoutText[];
  warnings: { text: string; lang: string }[];
  hue: string;
  /** Only where everyone may follow it. */
  code: { qr: QrPath; url: string } | null;
};

/** A handout as it is printed: one page, large, every language in full, and the code that leads to the latest. */
export function HandoutPage({ texts: all, warnings, hue, code }: HandoutPageProps) {
  const { texts, style } = fitHandout(all, warnings);
  const givers = [...new Set(texts.map(({ giver }) => giver))];
  return (
    <article
      data-hue={hue}
      className={`max-w-[52rem] rounded-md border border-line bg-surface p-5 text-lg sm:p-10 print:max-w-none print:border-0 print:p-0 ${style}`}
    >
      <p className="mb-[0.75em] border-l-8 border-(--hue) pl-3 leading-snug font-bold text-(--hue)">
        {givers.join(" · ")}
      </p>
      <div className="grid gap-[1em]">
        {texts.map((text) => (
          <OneLanguage key={text.language} text={text} />
        ))}
      </div>
      <HandoutWarnings warnings={warnings} />
      <HandoutFoot texts={texts} code={code} />
    </article>
  );
}

function OneLanguage({ text }: { text: HandoutText }) {
  const { language, name, forWhom, state, description, byMachine, phones, facts, legal, demonstration } = text;
  const elsewhere = (lang: string) => (lang === language ? undefined : lang);

  return (
    <section lang={language} className="grid gap-[0.3em]">
      {state ? <p className="leading-snug font-bold text-cinnabar">{state}</p> : null}
      <h2 lang={elsewhere(name.lang)} className="text-[1.5em] leading-tight font-bold">
        {name.text}
      </h2>
      {forWhom ? (
        <p className="justify-self-start border-2 border-ochre px-2 py-0.5 leading-snug font-semibold text-ochre">
          {forWhom}
        </p>
      ) : null}
      {description ? (
        <p lang={elsewhere(description.lang)} className="leading-snug whitespace-pre-line">
          {description.text}
        </p>
      ) : null}
      {byMachine ? (
        <p className="flex items-start gap-1.5 text-[0.8em] leading-snug text-ochre">
          <TriangleAlert aria-hidden className="mt-0.5 size-[1em] shrink-0" />
          {byMachine}
        </p>
      ) : null}
      <ul className="text-[1.5em] leading-snug font-bold tabular-nums">
        {phones.map(({ label, number }) => (
          <li key={number} className="flex flex-wrap items-baseline gap-x-[0.4em]">
            <Phone aria-hidden className="size-[0.75em] shrink-0" />
            <span className="whitespace-nowrap">{number}</span>
            {label ? <span className="text-[0.6em] font-medium">{label}</span> : null}
          </li>
        ))}
      </ul>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-[0.2em] leading-snug">
        {facts.map(({ label, text: fact, lang }) => (
          <div key={label} className="contents">
            <dt className="text-soft">{label}</dt>
            <dd lang={elsewhere(lang)} className="min-w-0 font-semibold whitespace-pre-line">
              {fact}
            </dd>
          </div>
        ))}
      </dl>
      {legal.length > 0 ? <p className="text-[0.9em] leading-snug">{legal.join(" ")}</p> : null}
      {demonstration ? <p className="text-sm font-medium">{demonstration}</p> : null}
    </section>
  );
}
