import { kindOfFormat, type NumberKind } from "./number-text";
import { readCells } from "./read-cells.server";
import { readWorkbook } from "./read-workbook.server";
import { readXml } from "./read-xml.server";
import type { Sheet } from "./sheet";
import { openZip, type ZipArchive } from "./zip-archive.server";

/** The first sheet of an XLSX file that is not hidden. Formulas count as what they last came to; macros are never looked at. */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet> {
  const archive = openZip(bytes);
  const { sheet, others, countsFrom1904, strings, styles } = await readWorkbook(archive);
  const known = {
    strings: await stringsOf(archive, strings),
    kinds: await kindsOf(archive, styles),
    countsFrom1904,
  };
  return { ...(await readCells(archive.read(sheet), known)), unread: others };
}

/** Texts that cells refer to by number. How a text is pronounced stands beside it, and is no part of it. */
async function stringsOf(archive: ZipArchive, part: string | undefined): Promise<string[]> {
  const found: string[] = [];
  if (!part || !archive.has(part)) return found;
  let [text, isText, isPronunciation] = ["", false, false];
  await readXml(archive.read(part), {
    opened(name) {
      if (name === "si") text = "";
      else if (name === "rPh") isPronunciation = true;
      else if (name === "t") isText = !isPronunciation;
    },
    said(more) {
      if (isText) text += more;
    },
    closed(name) {
      if (name === "si") found.push(text);
      else if (name === "rPh") isPronunciation = false;
      else if (name === "t") isText = false;
    },
  });
  return found;
}

/** For each style that cells refer to by number, how its numbers are meant. */
async function kindsOf(archive: ZipArchive, part: string | undefined): Promise<NumberKind[]> {
  const kinds: NumberKind[] = [];
  if (!part || !archive.has(part)) return kinds;
  const codes = new Map<number, string>();
  let isUsed = false;
  await readXml(archive.read(part), {
    opened(name, said) {
      if (name === "numFmt") codes.set(Number(said.numFmtId), said.formatCode ?? "");
      else if (name === "cellXfs") isUsed = true;
      else if (name === "xf" && isUsed) {
        const id = Number(said.numFmtId ?? 0);
        kinds.push(kindOfFormat(id, codes.get(id)));
      }
    },
    closed(name) {
      if (name === "cellXfs") isUsed = false;
    },
  });
  return kinds;
}
