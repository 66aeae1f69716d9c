import { fitOnPaper, fitsOnPaper, type Passage, type Setting } from "~/platform/paper/fit-on-paper";
import { cutText } from "./cut-text";
import type { HandoutText } from "./handout-text";

/** Beside the code, the organization's name and the foot of the page. */
const room = { width: 500, height: 470 };

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

/** What anybody can read, in points: the smallest of large print. */
const large = 14;

/** What a handout does without, one after the other, before its type goes below large print. */
const cuts: ((text: HandoutText) => HandoutText)[] = [
  (text) => ({ ...text, description: shorter(text.description, 150) }),
  (text) => without(text, "area"),
  (text) => ({ ...text, facts: text.facts.map((fact) => ({ ...fact, text: cutText(fact.text, 120) })) }),
  (text) => ({ ...text, phones: text.phones.slice(0, 2) }),
  (text) => without(text, "forWhom"),
  (text) => ({ ...text, description: null, byMachine: null }),
  (text) => ({ ...text, legal: text.legal.slice(0, 1) }),
  (text) => without(text, "languages"),
  (text) => ({ ...text, name: { ...text.name, text: cutText(text.name.text, 60) } }),
  (text) => ({ ...text, phones: text.phones.slice(0, 1) }),
  (text) => without(text, "documents"),
];

/** What fits on one page in large print, and the style that sets it. What there is no room for is behind the code. */
export function fitHandout(texts: HandoutText[], warnings: { text: string }[]) {
  const warned = warnings.map(({ text }) => ({ text, scale: 0.8, after: 0.4 }));
  const passages = () => [...shown.flatMap(passagesOf), ...warned];
  const largePrint = settings.filter(({ points }) => points >= large);
  let shown = texts;
  for (const cut of cuts) {
    const setting = largePrint.find((one) => fitsOnPaper(passages(), room, one));
    if (setting) return { texts: shown, style: setting.style };
    shown = shown.map(cut).map(saysMore);
  }
  return { texts: shown, style: fitOnPaper(passages(), room, settings).style };
}

const saysMore = (text: HandoutText) => ({ ...text, scan: text.scanForMore });
const shorter = (said: HandoutText["description"], most: number) =>
  said ? { ...said, text: cutText(said.text, most) } : null;
const without = (text: HandoutText, left: string) => ({
  ...text,
  facts: text.facts.filter(({ about }) => about !== left),
});

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
    ...(demonstration ? [{ text: demonstration, scale: 0.7, after: 0.3 }] : []),
  ];
}
