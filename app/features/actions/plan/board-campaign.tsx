import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatDay, formatShortDay } from "~/platform/time";
import { CampaignState } from "../campaigns/campaign-state";
import type { WrittenCampaign } from "./written-board";

type BoardCampaignProps = {
  campaign: WrittenCampaign;
  today: string;
  /** What its reader can do from here. */
  children: ReactNode;
};

/** A campaign on the board: what moves, what is late and who has not answered. */
export function BoardCampaign({ campaign, today, children }: BoardCampaignProps) {
  const t = useTranslations("plan");
  const locale = useLocale();
  const { id, name, lead, hue, outcome, ends_on, parts, done, moved, open } = campaign;
  const isOver = !outcome && ends_on !== null && ends_on < today;
  const ends = ends_on ? formatDay(ends_on, locale) : null;
  return (
    <article className="grid content-start gap-2 rounded-md border border-line bg-surface p-4">
      <h3 className="leading-snug font-semibold">
        <Link to={`/campaigns/${id}`} lang={name.lang} className="link -my-2.5 inline-block py-2.5">
          {name.text}
        </Link>
      </h3>
      <p data-hue={hue} className="border-l-4 border-(--hue) pl-2 text-sm leading-snug font-medium text-(--hue)">
        {lead}
      </p>
      {outcome ? (
        <p className="text-sm">
          <CampaignState campaign={campaign} />
        </p>
      ) : null}
      {ends && !outcome ? (
        <p className={`text-sm ${isOver ? "font-semibold text-ochre" : "text-soft"}`}>
          {isOver ? t("pastItsDay", { day: ends }) : t("until", { day: ends })}
        </p>
      ) : null}
      {parts > 0 || (open === 0 && !outcome) ? (
        <p className="text-sm text-soft">
          {parts > 0 ? `${t("done", { parts, done })} · ${t("moved", { count: moved })}` : t("nothingToDo")}
        </p>
      ) : null}
      <Waiting campaign={campaign} />
      {children}
    </article>
  );
}

function Waiting({ campaign }: { campaign: WrittenCampaign }) {
  const t = useTranslations("plan");
  const locale = useLocale();
  const { id, late, late_items, next_items, unanswered, waiting_for } = campaign;
  const items = (all: WrittenCampaign["late_items"]) => (
    <ul className="grid">
      {all.map(({ id: item, title, due_local }) => (
        <li key={item}>
          <Link to={`/items/${item}`} lang={title.lang} className="link inline-block py-1">
            {title.text}
          </Link>{" "}
          <span className="whitespace-nowrap text-soft">{formatShortDay(due_local, locale)}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <dl className="grid gap-2 text-sm">
      {next_items.length > 0 ? (
        <div>
          <dt className="font-semibold">{t("next")}</dt>
          <dd>{items(next_items)}</dd>
        </div>
      ) : null}
      {late > 0 ? (
        <div>
          <dt className="font-semibold text-ochre">{t("late", { count: late })}</dt>
          <dd>
            {items(late_items)}
            {late > late_items.length ? (
              <Link to={`/campaigns/${id}`} className="link inline-block py-1">
                {t("more", { count: late - late_items.length })}
              </Link>
            ) : null}
          </dd>
        </div>
      ) : null}
      {unanswered > 0 ? (
        <div>
          <dt className="font-semibold text-ochre">{t("unanswered", { count: unanswered })}</dt>
          <dd>
            {waiting_for.join(", ")}
            {unanswered > waiting_for.length ? ` ${t("more", { count: unanswered - waiting_for.length })}` : null}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
