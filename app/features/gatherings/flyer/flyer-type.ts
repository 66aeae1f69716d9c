import { fitOnPaper, type Passage, type Setting } from "~/platform/paper/fit-on-paper";
import type { FlyerText } from "./flyer-text";

/** Beside the QR code, the organization's name and the foot of the page. */
const room = { width: 500, height: 490 };

const settings: [Setting, ...Setting[]] = [
  { points: 24, columns: 1, style: "print:text-[24pt]" },
  { points: 22, columns: 1, style: "print:text-[22pt]" },
  { points: 20, columns: 1, style: "print:text-[20pt]" },
  { points: 18, columns: 1, style: "print:text-[18pt]" },
  { points: 16, columns: 1, style: "print:text-[16pt]" },
  { points: 15, columns: 1, style: "print:text-[15pt]" },
  { points: 14, columns: 1, style: "print:text-[14pt]" },
  { points: 13, columns: 1, style: "print:text-[13pt]" },
  { points: 12, columns: 1, style: "print:text-[12pt]" },
  { points: 10.5, columns: 1, style: "print:text-[10.5pt]" },
  { points: 9, columns: 1, style: "print:text-[9pt]" },
  { points: 8, columns: 1, style: "print:text-[8pt]" },
];

/** The largest type in which a flyer stays on one page. */
export function flyerType(texts: FlyerText[]): string {
  const warning = texts[0]?.warning.map(({ text }) => ({ text, scale: 1, after: 0.6 })) ?? [];
  return fitOnPaper([...texts.flatMap(passagesOf), ...warning], room, settings).style;
}

function passagesOf({ title, forWhom, cancelled, day, times, facts, demonstration }: FlyerText): Passage[] {
  return [
    ...(cancelled ? [{ text: cancelled, scale: 1.2 }] : []),
    { text: title.text, scale: 1.75, after: 0.2 },
    ...(forWhom ? [{ text: forWhom, scale: 1, after: 0.5 }] : []),
    { text: `${day}\n${times}`, scale: 1.25, after: 0.3 },
    // A fact stands beside its label, in four fifths of the width.
    ...facts.map(({ text }) => ({ text: text.replace(/.+/g, (line) => line + " ".repeat(line.length / 4)), scale: 1 })),
    ...(demonstration ? [{ text: demonstration, scale: 0.6, after: 2 }] : []),
  ];
}
