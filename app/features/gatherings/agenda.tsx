import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatDay } from "~/platform/time";
import { type AgendaDay, groupByDay } from "./agenda-days";
import { AgendaItem } from "./agenda-item";
import { AgendaLine } from "./agenda-line";
import type { Card } from "./card";

type AgendaProps = {
  cards: Card[];
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
  /** Where a day holds more than is listed: how many by day, where the rest is, and whether each gets one line. */
  more?: { counts: Record<string, number>; compact: boolean; addressOf(on: string): string } | undefined;
};

/** Gatherings under the days on which they begin. */
export function Agenda({ cards, from, ...shown }: AgendaProps) {
  return (
    <div className="grid gap-6">
      {groupByDay(cards, from).map((day) => (
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
  more,
}: { day: AgendaDay } & Omit<AgendaProps, "cards" | "from">) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const rest = (more?.counts[day.on] ?? 0) - day.cards.length;
  const Heading = level === 2 ? "h2" : "h3";

  return (
    <section>
      <Heading className="mb-1 flex flex-wrap items-baseline gap-x-2 border-b border-ink pb-1 font-bold">
        {formatDay(day.on, locale)}
        {day.on === today ? <span className="text-sm text-jade">{t("todayMark")}</span> : null}
      </Heading>
      <ul className="divide-y divide-line">
        {day.cards.map((card) => (
          <li key={card.id}>
            {more?.compact ? (
              <AgendaLine card={card} readerZone={readerZone} />
            ) : (
              <AgendaItem card={card} on={day.on} readerZone={readerZone} chip={chips} />
            )}
          </li>
        ))}
      </ul>
      {more && rest > 0 ? (
        <Link to={more.addressOf(day.on)} className="link inline-flex min-h-11 items-center font-medium">
          {t("more", { count: rest })}
        </Link>
      ) : null}
    </section>
  );
}
