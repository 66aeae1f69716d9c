/** A row that says something, under the number that a spreadsheet program shows beside it. */
export type SheetRow = { row: number; cells: string[] };

export type Sheet = {
  rows: SheetRow[];
  /** In which characters a text file was written. */
  charset?: string;
  /** Sheets of the same file that were not read, by their names. */
  unread: string[];
  /** Rows that took a value from a merged cell above them. */
  merged: number[];
};

/** Why a file is no sheet that can be read; each is the key of a sentence. */
export type SheetProblem =
  | { key: "not_a_spreadsheet" | "spreadsheet_old_or_locked" | "spreadsheet_damaged" | "spreadsheet_inflates" }
  | { key: "spreadsheet_too_long"; values: { maximum: number } }
  | { key: "spreadsheet_too_wide"; values: { maximum: number; row: number } }
  | { key: "quote_not_closed"; values: { row: number } };

/** Nobody keeps a directory by hand that is longer; what is, comes in parts. */
export const mostRows = 20_000;
export const mostColumns = 200;
/** As long as a cell of a spreadsheet program may be. */
export const longestCell = 32_767;

/** Thrown while a sheet is read, and answered as what it carries. */
export class SheetRefused extends Error {
  constructor(readonly problem: SheetProblem) {
    super(problem.key);
  }
}

/** Without the end of a row that says nothing. */
export function withoutEmptyEnd(cells: string[]): string[] {
  let end = cells.length;
  while (end > 0 && !cells[end - 1]) end -= 1;
  return cells.slice(0, end);
}
