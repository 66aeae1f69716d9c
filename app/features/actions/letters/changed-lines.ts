export type ChangedLine = { text: string; change: "same" | "added" | "gone" };

/** Longer texts are shown whole, old and new, rather than compared for seconds. */
const mostCompared = 2_000;

/** What became of a text line by line: lines that stayed, came or went, each where it stands. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  if (old.length > mostCompared || now.length > mostCompared) {
    return [...old.map(asLine("gone")), ...now.map(asLine("added"))];
  }
  // How many lines both share from here on.
  const width = now.length + 1;
  const shared = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number) => shared[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      shared[row * width + column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: ChangedLine[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    if (row < old.length && column < now.length && old[row] === now[column]) {
      lines.push({ text: old[row] ?? "", change: "same" });
      [row, column] = [row + 1, column + 1];
    } else if (row < old.length && (column >= now.length || at(row + 1, column) >= at(row, column + 1))) {
      lines.push({ text: old[row] ?? "", change: "gone" });
      row += 1;
    } else {
      lines.push({ text: now[column] ?? "", change: "added" });
      column += 1;
    }
  }
  return lines;
}

function asLine(change: ChangedLine["change"]) {
  return (text: string): ChangedLine => ({ text, change });
}
