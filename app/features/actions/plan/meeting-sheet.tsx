import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Line, MeetingSheet as Sheet } from "./written-meeting";

/** What moved, what is late and who has not reported: on paper as much as fits on one page, on the screen all of it. */
export function MeetingSheet({
  sheet,
  above,
  period,
  demonstration,
}: {
  sheet: Sheet;
  above: string;
  period: string;
  demonstration: string | null;
}) {
  const t = useTranslations("plan");
  const { moved, late, silent, left, style } = sheet;
  return (
    <article
      className={`max-w-[52rem] rounded-md border border-line bg-surface p-5 sm:p-8 print:max-w-none print:border-0 print:p-0 ${style}`}
    >
      <p className="font-semibold">{above}</p>
      <h2 className="text-[1.5em] leading-tight font-bold">{t("meetingTitle")}</h2>
      <p className="text-soft">{period}</p>
      <Lines title={t("movedTitle")} none={t("nothingMoved")} lines={moved} left={left.moved} />
      <Lines title={t("lateTitle")} none={t("nothingIsLate")} lines={late} left={left.late} />
      <Lines title={t("silentTitle")} none={t("allReported")} lines={silent} left={left.silent} />
      {demonstration ? <p className="mt-[1em] hidden text-[0.8em] font-medium print:block">{demonstration}</p> : null}
    </article>
  );
}

function Lines({ title, none, lines, left }: { title: string; none: string; lines: Line[]; left: number }) {
  const t = useTranslations("plan");
  return (
    <section className="mt-[1em]">
      <h3 className="border-b border-line text-[1.15em] font-bold">{title}</h3>
      {lines.length > 0 ? (
        <ul className="mt-1 grid gap-1 print:mt-0 print:gap-0">
          {lines.map(({ key, href, text, lang, more, onPaper }) => (
            <li key={key} data-screen-only={onPaper ? undefined : true} className="leading-snug print:py-[0.12em]">
              {href ? (
                <Link to={href} lang={lang} className="link inline-block py-1.5 font-medium print:inline print:py-0">
                  {text}
                </Link>
              ) : (
                <span lang={lang} className="font-medium">
                  {text}
                </span>
              )}
              {more ? <span className="text-soft"> {more}</span> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-1">{none}</p>
      )}
      {left > 0 ? <p className="mt-1 hidden text-soft print:block">{t("notOnPaper", { count: left })}</p> : null}
    </section>
  );
}
