import { fitOnPaper, type Passage, type Setting } from "~/platform/paper/fit-on-paper";
import type { WeekItem, WeekSheet } from "./week-sheet";

/** Below the sheet's title and above the foot of the page. */
const room = { width: 500, height: 500 };

const settings: [Setting, ...Setting[]] = [
  { points: 12, columns: 1, style: "print:text-[12pt]" },
  { points: 11, columns: 1, style: "print:text-[11pt]" },
  { points: 11, columns: 2, style: "print:columns-2 print:gap-6 print:text-[11pt]" },
  { points: 10, columns: 2, style: "print:columns-2 print:gap-6 print:text-[10pt]" },
  { points: 9, columns: 2, style: "print:columns-2 print:gap-6 print:text-[9pt]" },
  { points: 8, columns: 2, style: "print:columns-2 print:gap-6 print:text-[8pt]" },
  { points: 7, columns: 2, style: "print:columns-2 print:gap-6 print:text-[7pt]" },
];

/** The largest type, in one column or two, in which a week stays on one page. */
export function weekType({ days }: WeekSheet): string {
  const passages = days.flatMap(({ day, items }) => [
    { text: day, scale: 1, after: 0.9 },
    ...items.flatMap(passagesOf),
  ]);
  return fitOnPaper(passages, room, settings).style;
}

function passagesOf({ times, title, state, facts, warning }: WeekItem): Passage[] {
  return [
    { text: times, scale: 0.875 },
    { text: `${state ?? ""} ${title.text}`, scale: 1 },
    { text: facts.join(" · "), scale: 0.875, after: 0.4 },
    // Beside its sign, in nine tenths of the width.
    ...warning.map(({ text }) => ({ text: text + " ".repeat(text.length / 9), scale: 0.875, after: 0.1 })),
  ];
}
