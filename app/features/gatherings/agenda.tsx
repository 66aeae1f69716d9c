import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatDay } from "~/platform/time";
import { type AgendaDay, groupByDay } from "./agenda-days";
import { AgendaItem } from "./agenda-item";
import { AgendaLine } from "./agenda-line";
import type { Card, Due } from "./card";
import { DueLine } from "./due-line";

type AgendaProps = {
  cards: Card[];
  /** What is to be done by a moment of these days. */
  dues?: Due[];
  /** The heading level of a day. */
  level: 2 | 3;
  /** The reader's day, which is marked. */
  today: string;
  /** The zone of somebody who is signed in; visitors read every zone by name. */
  readerZone: string | undefined;
  /** Whether each says who can see it; where all are open to everyone it need not. */
  chips?: boolean;
  /** The first day shown: what began before stands on it. */
  from?: string;
  /** One line a gathering, where there are very many. */
  lines?: boolean;
  /** What else a day has, and the page that shows it. */
  more?: (on: string) => { count: number; to: string } | undefined;
};

/** Gatherings under the days on which they begin. */
export function Agenda({ cards, dues = [], from, ...shown }: AgendaProps) {
  return (
    <div className="grid gap-6">
      {groupByDay(cards, from, dues).map((day) => (
        <Day key={day.on} day={day} {...shown} />
      ))}
    </div>
  );
}

function Day({
  day,
  level,
  today,
  readerZone,
  chips = true,
  lines = false,
  more,
}: { day: AgendaDay } & Omit<AgendaProps, "cards" | "dues" | "from">) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const Heading = level === 2 ? "h2" : "h3";
  const rest = more?.(day.on);

  return (
    <section>
      <Heading className="mb-1 flex flex-wrap items-baseline gap-x-2 border-b border-ink pb-1 font-bold">
        {formatDay(day.on, locale)}
        {day.on === today ? <span className="text-sm text-jade">{t("todayMark")}</span> : null}
      </Heading>
      <ul className="divide-y divide-line">
        {day.cards.map((card) => (
          <li key={card.id}>
            {lines ? (
              <AgendaLine card={card} readerZone={readerZone} />
            ) : (
              <AgendaItem card={card} on={day.on} readerZone={readerZone} chip={chips} />
            )}
          </li>
        ))}
        {day.dues.map((due) => (
          <li key={due.id}>
            <DueLine due={due} />
          </li>
        ))}
      </ul>
      {rest ? (
        <Link to={rest.to} className="link inline-flex min-h-11 items-center font-medium">
          {t("more", { count: rest.count })}
          <span className="sr-only"> ({formatDay(day.on, locale)})</span>
        </Link>
      ) : null}
    </section>
  );
}
