import { type NumberKind, numberText } from "./number-text";
import { readXml } from "./read-xml.server";
import { longestCell, mostColumns, mostRows, type Sheet, SheetRefused, type SheetRow, withoutEmptyEnd } from "./sheet";

type Known = { strings: string[]; kinds: NumberKind[]; countsFrom1904: boolean };
type Cell = { column: number; type: string; style: number; text: string };
type Span = { top: number; bottom: number; column: number };

/** The cells of a sheet, row by row. Formatted rows that say nothing are passed over, however many there are. */
export async function readCells(pieces: AsyncIterable<string>, known: Known): Promise<Omit<Sheet, "unread">> {
  const rows: SheetRow[] = [];
  const spans: Span[] = [];
  let [row, column] = [0, -1];
  let cells: string[] = [];
  let cell: Cell | undefined;
  let isText = false;

  await readXml(pieces, {
    opened(name, said) {
      if (name === "row") beginRow(said.r);
      else if (name === "c") beginCell(said);
      else if (name === "v" || name === "t") isText = cell !== undefined;
      else if (name === "rPh") isText = false;
      else if (name === "mergeCell") noteSpan(said.ref ?? "");
    },
    said(text) {
      if (isText && cell && cell.text.length < longestCell) cell.text += text;
    },
    closed(name) {
      if (name === "v" || name === "t") isText = false;
      else if (name === "c") endCell();
      else if (name === "row") endRow();
    },
  });
  return { rows, merged: spread(rows, spans) };

  function beginRow(said: string | undefined) {
    const next = said === undefined ? row + 1 : Number(said);
    if (!Number.isInteger(next) || next <= row) throw new SheetRefused({ key: "spreadsheet_damaged" });
    [row, column, cells] = [next, -1, []];
  }

  function beginCell({ r: place, t: type = "n", s: style = "0" }: Record<string, string>) {
    column = place === undefined ? column + 1 : columnOf(place);
    cell = { column, type, style: Number(style), text: "" };
  }

  function endCell() {
    const text = cell ? textOf(cell, known) : "";
    if (cell && text) {
      if (cell.column >= mostColumns)
        throw new SheetRefused({ key: "spreadsheet_too_wide", values: { maximum: mostColumns, row } });
      while (cells.length < cell.column) cells.push("");
      cells[cell.column] = text;
    }
    cell = undefined;
  }

  function endRow() {
    const filled = withoutEmptyEnd(cells);
    if (filled.length === 0) return;
    if (rows.length === mostRows + 1)
      throw new SheetRefused({ key: "spreadsheet_too_long", values: { maximum: mostRows } });
    rows.push({ row, cells: filled });
  }

  function noteSpan(said: string) {
    const [, left = "", top = "", bottom = ""] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(said) ?? [];
    if (Number(bottom) > Number(top)) spans.push({ top: Number(top), bottom: Number(bottom), column: columnOf(left) });
  }
}

function textOf({ type, style, text }: Cell, { strings, kinds, countsFrom1904 }: Known): string {
  if (type === "n") return numberText(text, kinds[style] ?? "number", countsFrom1904);
  if (type === "b") return text === "1" ? "TRUE" : text && "FALSE";
  const said = type === "s" ? (strings[Number(text)] ?? "") : text;
  return said
    .replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, "\n")
    .trim();
}

/** "AB12" stands in the column that is counted 27 from 0. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(place)?.[0] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A cell that is merged downward speaks for each row beside it; answers which rows it spoke for. */
function spread(rows: SheetRow[], spans: Span[]): number[] {
  const byNumber = new Map(rows.map((each) => [each.row, each]));
  const last = rows.at(-1)?.row ?? 0;
  const touched = new Set<number>();
  let steps = 0;
  for (const { top, bottom, column } of spans) {
    const value = byNumber.get(top)?.cells[column];
    for (let number = top + 1; value && number <= Math.min(bottom, last); number += 1) {
      steps += 1;
      if (steps > mostRows * mostColumns) throw new SheetRefused({ key: "spreadsheet_damaged" });
      const row = byNumber.get(number);
      if (!row || row.cells[column]) continue;
      while (row.cells.length < column) row.cells.push("");
      row.cells[column] = value;
      touched.add(number);
    }
  }
  return [...touched].sort((one, other) => one - other);
}
