import { crc32, deflateRawSync } from "node:zlib";

/** A part of an archive; a lying one declares another size than it has. */
export type MadePart = { name: string; text: string | Uint8Array; declared?: number; stored?: boolean; flags?: number };

/** A ZIP archive of these parts, in memory. */
export function madeArchive(parts: MadePart[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, declared, stored = false, flags = 0 } of parts) {
    const content = Buffer.from(text as string);
    const packed = stored ? content : deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(declared ?? content.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), head, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const version = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), version, head, place, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, listed, Buffer.from("PK\x05\x06", "latin1"), end]);
}

export type MadeCell = string | number | { said: string };
type MadeSheet = { rows: (MadeCell[] | undefined)[]; merges?: string[] };

const column = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : column(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The XML of a sheet. What is `said` stands there as it is: cells with styles, formulas and whatever else. */
export function sheetXml({ rows, merges = [] }: MadeSheet): string {
  const cell = (value: MadeCell, at: number, row: number) => {
    const place = `${column(at)}${row}`;
    if (typeof value === "object") return value.said.replace("<c", `<c r="${place}"`);
    if (typeof value === "number") return `<c r="${place}"><v>${value}</v></c>`;
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  };
  const lines = rows.map((cells, at) =>
    cells ? `<row r="${at + 1}">${cells.map((value, column) => cell(value, column, at + 1)).join("")}</row>` : "",
  );
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `<?xml version="1.0"?><worksheet xmlns="urn:sheet"><sheetData>${lines.join("")}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

const relations = (list: [id: string, kind: string, target: string][]) =>
  `<Relationships xmlns="urn:relations">${list
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="urn:kinds/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** The parts of an XLSX file as spreadsheet programs write them, to be changed before they are packed. */
export function workbookParts(sheet: string, more: { styles?: string; strings?: string; workbook?: string } = {}) {
  const sheets = '<sheet name="Services" r:id="rId1"/>';
  const parts: MadePart[] = [
    { name: "[Content_Types].xml", text: "<Types/>" },
    { name: "_rels/.rels", text: relations([["r1", "officeDocument", "xl/workbook.xml"]]) },
    {
      name: "xl/workbook.xml",
      text: `<workbook xmlns:r="urn:r">${more.workbook ?? `<sheets>${sheets}</sheets>`}</workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: relations([
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["rId2", "worksheet", "/xl/worksheets/sheet2.xml"],
        ["rId3", "styles", "styles.xml"],
        ["rId4", "sharedStrings", "sharedStrings.xml"],
      ]),
    },
    { name: "xl/worksheets/sheet1.xml", text: sheet },
  ];
  if (more.styles) parts.push({ name: "xl/styles.xml", text: more.styles });
  if (more.strings) parts.push({ name: "xl/sharedStrings.xml", text: more.strings });
  return parts;
}

/** An XLSX file that holds these rows. */
export function madeWorkbook(rows: (MadeCell[] | undefined)[], merges: string[] = []): Uint8Array {
  return madeArchive(workbookParts(sheetXml({ rows, merges })));
}
