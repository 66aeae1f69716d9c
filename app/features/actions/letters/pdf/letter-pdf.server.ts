import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { LetterSheet } from "./letter-sheet";

const require = createRequire(import.meta.url);
const font = (weight: "Regular" | "SemiBold") =>
  readFileSync(require.resolve(`pretendard/dist/public/static/alternative/Pretendard-${weight}.ttf`));
let fonts: { regular: Buffer; bold: Buffer } | undefined;

const [margin, bottom] = [64, 84];
const [ink, soft] = ["#1c1f24", "#55585f"];

/** A letter on paper: text that can be selected in both scripts, by parts of one typeface, and numbered pages. */
export async function printLetter(sheet: LetterSheet): Promise<Uint8Array<ArrayBuffer>> {
  fonts ??= { regular: font("Regular"), bold: font("SemiBold") };
  const paper = new PDFDocument({
    size: "LETTER",
    margins: { top: margin, left: margin, right: margin, bottom },
    bufferPages: true,
    lang: sheet.language,
    displayTitle: true,
    info: { Title: sheet.title, Author: sheet.lead, Creator: "Hamkke", Producer: "Hamkke", CreationDate: sheet.made },
  });
  paper.registerFont("regular", fonts.regular).registerFont("bold", fonts.bold);
  const chunks: Buffer[] = [];
  paper.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => paper.on("end", resolve).on("error", reject));

  for (const { title, body } of sheet.texts) {
    paper.font("bold").fontSize(17).fillColor(ink).text(title, { lineGap: 3 }).moveDown(0.7);
    paper.font("regular").fontSize(11).text(body, { lineGap: 4 }).moveDown(2);
  }
  for (const { heading, note, names } of sheet.lists) {
    paper.font("bold").fontSize(13).fillColor(ink).text(heading).moveDown(0.2);
    if (note) paper.font("regular").fontSize(9).fillColor(soft).text(note).moveDown(0.4);
    paper.font("regular").fontSize(11).fillColor(ink);
    for (const [at, name] of names.entries()) paper.text(`${at + 1}. ${name}`, { lineGap: 3, indent: 0 });
    paper.moveDown(1.2);
  }
  paper.font("regular").fontSize(9).fillColor(soft);
  for (const line of sheet.facts) paper.text(line, { lineGap: 2 });

  const { start, count } = paper.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    paper.switchToPage(page);
    // Below the margin, where text would otherwise begin another page.
    paper.page.margins.bottom = 0;
    const at = paper.page.height - bottom + 24;
    const width = paper.page.width - 2 * margin;
    paper.font("regular").fontSize(8).fillColor(soft);
    if (sheet.notice) paper.text(sheet.notice, margin, at, { width: width - 60, lineGap: 1 });
    paper.text(sheet.pageOf(page - start + 1, count), margin, at, { width, align: "right", lineBreak: false });
  }
  paper.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}
