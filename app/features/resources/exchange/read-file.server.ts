import { createHash } from "node:crypto";
import { readTypedLanguages } from "~/i18n/typed-languages";
import { decodeText } from "~/platform/decode-text";
import { readSpreadsheet } from "~/platform/spreadsheets/read-spreadsheet.server";
import { mostRows, type SheetProblem } from "~/platform/spreadsheets/sheet";
import type { SaidContent } from "./content";
import { Findings, type LeftOut, type ReadEntry, soundsPrivate } from "./findings";
import { derivedId } from "./hsds/derived-id.server";
import { readService } from "./hsds/read-service.server";
import { readTable } from "./table/read-table";
import { type TermWords, termFinder } from "./term-finder.server";

/** What reading a file needs to know of the house. */
export type House = {
  /** Whose directory the file is for: what has no id of its own gets one that no other organization's file gets. */
  organization: string;
  language: string;
  time_zone: string;
  terms: TermWords[];
  isZone(name: string): boolean;
};

export type ReadFile = {
  kind: "hsds" | "csv" | "xlsx";
  hash: string;
  charset: string;
  /** Sheets of the file that were not read. */
  unread: string[];
  left_out: LeftOut[];
  entries: ReadEntry<SaidContent>[];
};
export type FileProblem = SheetProblem | { key: "no_name_column" | "services_none" | "json_damaged" };

/** The services that a file holds, in HSDS or as a table, by what the file is. Throws for nothing that a file can hold. */
export async function readServicesFile(bytes: Uint8Array, house: House): Promise<ReadFile | { problem: FileProblem }> {
  const hash = createHash("sha256").update(bytes).digest("hex");
  const start = Buffer.from(bytes.subarray(0, 64))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf|^\xff\xfe|\0/g, "");
  const read = /^\s*[[{]/.test(start) ? readHsds(bytes, house) : await readSheet(bytes, house);
  if ("problem" in read) return read;
  if (read.entries.length === 0) return { problem: { key: "services_none" } };
  if (read.entries.length > mostRows)
    return { problem: { key: "spreadsheet_too_long", values: { maximum: mostRows } } };
  return { ...read, hash, entries: withoutRepeats(read.entries) };
}

type Read = Omit<ReadFile, "hash">;

async function readSheet(bytes: Uint8Array, house: House): Promise<Read | { problem: FileProblem }> {
  const sheet = await readSpreadsheet(bytes);
  if ("problem" in sheet) return sheet;
  if (sheet.rows.length === 0) return { problem: { key: "services_none" } };
  const read = readTable(sheet.rows, sheet.merged, {
    language: house.language,
    isZone: house.isZone,
    termOf: termFinder(house.terms),
    languagesOf: readTypedLanguages,
    idOf: (...name) => derivedId(house.organization, ...name),
  });
  if (!read) return { problem: { key: "no_name_column" } };
  const { charset = "", unread } = sheet;
  return {
    kind: charset === "" ? "xlsx" : "csv",
    charset,
    unread,
    left_out: read.leftOut.slice(0, 100),
    entries: read.entries,
  };
}

function readHsds(bytes: Uint8Array, house: House): Read | { problem: FileProblem } {
  const decoded = decodeText(bytes);
  let said: unknown;
  try {
    said = JSON.parse((decoded?.text ?? "").replace(/^\ufeff/, ""));
  } catch {
    return { problem: { key: "json_damaged" } };
  }
  const leftOut = new Map<string, LeftOut>();
  const note = (path: string) => {
    if (leftOut.size < 100)
      leftOut.set(path, { name: path.slice(0, 80), is_private: soundsPrivate(path.split(".").at(-1) ?? "") });
  };
  const known = {
    organization: house.organization,
    language: house.language,
    timeZone: house.time_zone,
    termOf: termFinder(house.terms),
    isZone: house.isZone,
  };
  const services = servicesIn(said);
  if (services.length > mostRows) return { problem: { key: "spreadsheet_too_long", values: { maximum: mostRows } } };
  const entries = services.map((service, at) => readService(service, at + 1, known, note));
  return { kind: "hsds", charset: decoded?.charset ?? "", unread: [], left_out: [...leftOut.values()], entries };
}

/** A list, a page of one, or a single service. */
function servicesIn(said: unknown): unknown[] {
  if (Array.isArray(said)) return said;
  if (typeof said !== "object" || said === null) return [];
  for (const field of ["contents", "services"]) {
    const list = (said as Record<string, unknown>)[field];
    if (Array.isArray(list)) return list;
  }
  return "name" in said && "status" in said ? [said] : [];
}

/** Of a service that stands there twice the first is taken, and the other says where that is. */
function withoutRepeats(entries: ReadEntry<SaidContent>[]): ReadEntry<SaidContent>[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    if (!entry.content) return entry;
    const first = seen.get(entry.key);
    if (first === undefined) {
      seen.set(entry.key, entry.row);
      return entry;
    }
    const findings = new Findings();
    findings.refuse("id", "same_as_row", { row: first });
    return { ...entry, content: undefined, refused: findings.refused };
  });
}
