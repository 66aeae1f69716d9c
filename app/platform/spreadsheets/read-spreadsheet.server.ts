import { decodeText } from "../decode-text";
import { readCsv } from "./read-csv";
import { readXlsx } from "./read-xlsx.server";
import { type Sheet, type SheetProblem, SheetRefused } from "./sheet";

/**
 * The rows of a spreadsheet that somebody sends, as CSV or XLSX, by what the file is and not by what it is called. Throws for
 * nothing that a file can hold.
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Sheet | { problem: SheetProblem }> {
  try {
    if (beginsWith(bytes, [0x50, 0x4b])) return await readXlsx(bytes);
    // What programs wrote before 2007, and what they write today where a password locks the file.
    if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { problem: { key: "spreadsheet_old_or_locked" } };
    const decoded = decodeText(bytes);
    if (!decoded) return { problem: { key: "not_a_spreadsheet" } };
    return { rows: readCsv(decoded.text), charset: decoded.charset, unread: [], merged: [] };
  } catch (error) {
    if (error instanceof SheetRefused) return { problem: error.problem };
    throw error;
  }
}

const beginsWith = (bytes: Uint8Array, mark: number[]) => mark.every((byte, at) => bytes[at] === byte);
