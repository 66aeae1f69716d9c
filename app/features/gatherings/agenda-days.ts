import type { Card, Due } from "./card";

export type AgendaDay = { on: string; cards: Card[]; dues: Due[] };

/** Gatherings by the day they begin at their place, soonest first; one that began before `from` stands on that day. What is due stands below them. */
export function groupByDay(cards: Card[], from = "", dues: Due[] = []): AgendaDay[] {
  const days = new Map<string, Card[]>();
  for (const card of [...cards].sort(soonestFirst)) {
    const begins = card.starts_local.slice(0, 10);
    const on = begins < from ? from : begins;
    days.set(on, [...(days.get(on) ?? []), card]);
  }
  const dueOn = new Map<string, Due[]>();
  for (const due of dues) {
    const on = due.due_local.slice(0, 10);
    dueOn.set(on, [...(dueOn.get(on) ?? []), due]);
  }
  return [...new Set([...days.keys(), ...dueOn.keys()])]
    .map((on) => ({ on, cards: days.get(on) ?? [], dues: dueOn.get(on) ?? [] }))
    .sort((a, b) => a.on.localeCompare(b.on));
}

/** Those that take place between two days, both included, by the clocks of their places. */
export function between(cards: Card[], first: string, last: string): Card[] {
  return cards.filter((card) => card.starts_local.slice(0, 10) <= last && card.ends_local > `${first}T00:00:00`);
}

/** How many of each day are not among the cards, where a calendar of very many shows a day's first and a count. */
export function unshownByDay(cards: Card[], counts: Record<string, number>, first: string): Record<string, number> {
  const unshown = { ...counts };
  for (const { starts_local } of cards) {
    const begins = starts_local.slice(0, 10);
    const on = begins < first ? first : begins;
    if (unshown[on] !== undefined) unshown[on] -= 1;
  }
  return Object.fromEntries(Object.entries(unshown).filter(([, count]) => count > 0));
}

function soonestFirst(a: Card, b: Card): number {
  return a.starts_local.localeCompare(b.starts_local) || a.id.localeCompare(b.id);
}
