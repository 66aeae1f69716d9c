import type { Card } from "../card";

/** A page of gatherings, each with how many volunteers it lacks. */
export function withMissing<Page extends { gatherings: Card[]; missing: Record<string, number> }>(page: Page): Page {
  return { ...page, gatherings: lacking(page.gatherings, page.missing) };
}

/** Gatherings, each with how many volunteers it lacks. */
export function lacking(cards: Card[], missing: Record<string, number>): Card[] {
  return cards.map((card) => (missing[card.id] ? { ...card, missing: missing[card.id] } : card));
}
