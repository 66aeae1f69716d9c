import { fitOnPaper, type Passage, type Setting } from "~/platform/paper/fit-on-paper";
import type { HandoutText } from "./handout-text";

/** Beside the code, the organization's name and the foot of the page. */
const room = { width: 500, height: 490 };

/** Large print as long as there is room for it. */
export const settings: [Setting, ...Setting[]] = [
  { points: 22, columns: 1, style: "print:text-[22pt]" },
  { points: 20, columns: 1, style: "print:text-[20pt]" },
  { points: 18, columns: 1, style: "print:text-[18pt]" },
  { points: 16, columns: 1, style: "print:text-[16pt]" },
  { points: 15, columns: 1, style: "print:text-[15pt]" },
  { points: 14, columns: 1, style: "print:text-[14pt]" },
  { points: 13, columns: 1, style: "print:text-[13pt]" },
  { points: 12, columns: 1, style: "print:text-[12pt]" },
  { points: 11, columns: 1, style: "print:text-[11pt]" },
  { points: 10, columns: 1, style: "print:text-[10pt]" },
  { points: 9, columns: 1, style: "print:text-[9pt]" },
  { points: 8, columns: 1, style: "print:text-[8pt]" },
  { points: 7, columns: 1, style: "print:text-[7pt]" },
];

/** The largest type in which a handout stays on one page. */
export function handoutType(texts: HandoutText[], warnings: { text: string }[]): string {
  const warned = warnings.map(({ text }) => ({ text, scale: 0.8, after: 0.4 }));
  return fitOnPaper([...texts.flatMap(passagesOf), ...warned], room, settings).style;
}

function passagesOf(text: HandoutText): Passage[] {
  const { name, forWhom, state, description, byMachine, phones, facts, legal, demonstration } = text;
  return [
    { text: name.text, scale: 1.5, after: 0.2 },
    ...[forWhom, state].flatMap((mark) => (mark ? [{ text: mark, scale: 1, after: 0.5 }] : [])),
    ...(description ? [{ text: description.text, scale: 1, after: 0.2 }] : []),
    ...(byMachine ? [{ text: byMachine, scale: 0.8 }] : []),
    ...phones.map(({ label, number }) => ({ text: `${label} ${number}`, scale: 1.5 })),
    // A fact stands beside its label, in four fifths of the width.
    ...facts.map(({ text: said }) => ({
      text: said.replace(/.+/g, (line) => line + " ".repeat(line.length / 4)),
      scale: 1,
    })),
    ...(legal.length > 0 ? [{ text: legal.join(" "), scale: 0.9 }] : []),
    ...(demonstration ? [{ text: demonstration, scale: 0.6, after: 2 }] : []),
  ];
}
