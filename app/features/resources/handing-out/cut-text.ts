/** What people count as letters: a family of faces is one. */
export const letters = new Intl.Segmenter("und", { granularity: "grapheme" });

/** As much of a text as so many letters take, in the width of Latin ones; whole letters, with a mark where something is gone. */
export function cutText(text: string, room: number): string {
  let width = 0;
  let cut = "";
  for (const { segment } of letters.segment(text)) {
    width += /[\u1100-\uffdc]/.test(segment) ? 1.6 : 1;
    if (width > room) return `${cut.trimEnd()}…`;
    cut += segment;
  }
  return cut;
}
