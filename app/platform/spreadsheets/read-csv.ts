import { longestCell, mostColumns, mostRows, SheetRefused, type SheetRow, withoutEmptyEnd } from "./sheet";

/** Of two that stand as often, the one that stands less often within a text. */
const delimiters = ["\t", ";", ","] as const;
type Delimiter = (typeof delimiters)[number];

/**
 * The rows of a text file: cells in quotes may hold delimiters, line breaks and doubled quotes. A row's number is the one
 * that a spreadsheet program shows, which counts empty rows and counts a cell of several lines once.
 */
export function readCsv(text: string): SheetRow[] {
  const said = /^sep=([,;\t])\r?\n/i.exec(text);
  const delimiter = (said?.[1] as Delimiter | undefined) ?? delimiterOf(text);
  const rows: SheetRow[] = [];
  let row = 0;
  for (const cells of recordsOf(said ? text.slice(said[0].length) : text, delimiter)) {
    row += 1;
    const filled = withoutEmptyEnd(cells);
    if (filled.length === 0) continue;
    if (filled.length > mostColumns)
      throw new SheetRefused({ key: "spreadsheet_too_wide", values: { maximum: mostColumns, row } });
    if (rows.length === mostRows + 1)
      throw new SheetRefused({ key: "spreadsheet_too_long", values: { maximum: mostRows } });
    rows.push({ row: said ? row + 1 : row, cells: filled });
  }
  return rows;
}

/** Whichever stands most often outside of quotes in the first line that says something. */
function delimiterOf(text: string): Delimiter {
  const line = /[^\r\n][^\r\n]*/.exec(text.slice(0, 100_000))?.[0].replace(/"[^"]*"/g, "") ?? "";
  const count = (delimiter: Delimiter) => line.split(delimiter).length;
  const best = delimiters.reduce((most, each) => (count(each) > count(most) ? each : most));
  return count(best) > 1 ? best : ",";
}

function* recordsOf(text: string, delimiter: Delimiter): Generator<string[]> {
  let cells: string[] = [];
  let at = 0;
  let row = 1;
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at, row) : plain(text, at, delimiter);
    cells.push(cell.text.slice(0, longestCell).trim());
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length) cells.push("");
      continue;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    yield cells;
    cells = [];
    row += 1;
  }
  if (cells.length > 0) yield cells;

  /** What follows the closing quote up to the next delimiter belongs to the cell: hand-made files hold such cells. */
  function quoted(whole: string, from: number, inRow: number) {
    let said = "";
    let start = from + 1;
    for (;;) {
      const close = whole.indexOf('"', start);
      if (close < 0) throw new SheetRefused({ key: "quote_not_closed", values: { row: inRow } });
      said += whole.slice(start, close);
      if (whole[close + 1] !== '"') {
        const rest = plain(whole, close + 1, delimiter);
        return { text: said.replace(/\r\n?/g, "\n") + rest.text, end: rest.end };
      }
      said += '"';
      start = close + 2;
    }
  }
}

function plain(text: string, from: number, delimiter: Delimiter) {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { text: text.slice(from, end), end };
}
