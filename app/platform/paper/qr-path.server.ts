import { encode } from "uqr";

export type QrPath = { size: number; path: string };

/** A QR code as one path in a square of `size` modules, its quiet edge included; it stays readable with a smudge on it. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: "M", border: 4 });
  const path = data.flatMap((row, y) => runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`));
  return { size, path: path.join("") };
}

/** The dark stretches of a row: few shapes, and no hairlines between neighbors. */
function runsOf(row: boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  let from = 0;
  while (from < row.length) {
    let to = from;
    while (row[to]) to += 1;
    if (to > from) runs.push({ from, length: to - from });
    from = to + 1;
  }
  return runs;
}
