import type { WeekItem, WeekSheet } from "./week-sheet";

/** The sheet of a week as plain text, the way it is pasted into a chat. */
export function weekText({ title, span, confidence, days, empty, notAll, demonstration }: WeekSheet): string {
  const head = [title, span, confidence].filter(Boolean).join("\n");
  const body = days.map(({ day, items }) => `■ ${day}\n${items.map(itemText).join("\n\n")}`);
  return [head, ...(body.length > 0 ? body : [empty]), notAll, demonstration].filter(Boolean).join("\n\n");
}

function itemText({ times, title, state, facts, warning, url }: WeekItem): string {
  const name = state ? `[${state}] ${title.text}` : title.text;
  return [times, name, facts.join(" · "), ...warning.map(({ text }) => `※ ${text}`), url].filter(Boolean).join("\n");
}
