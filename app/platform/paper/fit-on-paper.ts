/** A text on paper: how large beside the sheet's own type, and how much of a line is left free below it. */
export type Passage = { text: string; scale: number; after?: number };

/** Type of so many points in so many columns, and the style that sets it. */
export type Setting = { points: number; columns: number; style: string };

/** The room that text has on one page, in points: of Letter and of A4 the smaller measure each, within the margins. */
type Room = { width: number; height: number };

/**
 * The first of these settings, the largest first, in which the passages fit on one page; the last if none does. It only
 * estimates, on the safe side: a browser sets the type.
 */
export function fitOnPaper(passages: Passage[], room: Room, settings: [Setting, ...Setting[]]): Setting {
  const fitting = settings.find((setting) => fitsOnPaper(passages, room, setting));
  return fitting ?? settings.at(-1) ?? settings[0];
}

/** Whether the passages fit on one page in this setting; an estimate too. */
export function fitsOnPaper(passages: Passage[], room: Room, setting: Setting): boolean {
  return heightOf(passages, room, setting) <= room.height;
}

const lineHeight = 1.4;
const gutter = 24;

function heightOf(passages: Passage[], { width }: Room, { points, columns }: Setting): number {
  const column = (width - gutter * (columns - 1)) / columns;
  const heights = passages.map(({ text, scale, after = 0 }) => {
    const size = points * scale;
    // Words do not fill a line to its end.
    const lines = text.split("\n").map((line) => Math.max(1, Math.ceil((widthOf(line) * size) / (column * 0.92))));
    return (lines.reduce((sum, count) => sum + count, 0) + after) * size * lineHeight;
  });
  // Columns are not filled to the same height.
  return (heights.reduce((sum, height) => sum + height, 0) / columns) * (columns > 1 ? 1.06 : 1);
}

/** In ems: a syllable of Hangul is nearly as wide as it is high, a letter about half. */
function widthOf(line: string): number {
  return [...line].reduce((sum, sign) => sum + (/[\u1100-\uffdc]/.test(sign) ? 0.9 : 0.56), 0);
}
