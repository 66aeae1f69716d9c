import { readXml } from "./read-xml.server";
import { SheetRefused } from "./sheet";
import type { ZipArchive } from "./zip-archive.server";

export type Workbook = {
  /** The part that holds the first sheet that is not hidden. */
  sheet: string;
  /** The names of the others. */
  others: string[];
  /** Days are counted from 1904 by old programs for the Macintosh. */
  countsFrom1904: boolean;
  strings: string | undefined;
  styles: string | undefined;
};
type Relation = { id: string; kind: string; target: string };

/** Where in an XLSX file the parts stand that hold its first sheet. */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  const root = (await relationsOf(archive, "")).find(({ kind }) => kind === "officeDocument")?.target;
  const path = root ?? "xl/workbook.xml";
  if (!archive.has(path)) throw new SheetRefused({ key: "not_a_spreadsheet" });

  const relations = await relationsOf(archive, path);
  const targetOf = (fits: (relation: Relation) => boolean) => relations.find(fits)?.target;
  const { sheets, countsFrom1904 } = await sheetsOf(archive, path);
  const first = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  const sheet = first && targetOf(({ id }) => id === first.relation);
  if (!sheet || !archive.has(sheet)) throw new SheetRefused({ key: "not_a_spreadsheet" });
  return {
    sheet,
    others: sheets.filter((each) => each !== first).map(({ name }) => name),
    countsFrom1904,
    strings: targetOf(({ kind }) => kind === "sharedStrings"),
    styles: targetOf(({ kind }) => kind === "styles"),
  };
}

async function sheetsOf(archive: ZipArchive, path: string) {
  const sheets: { name: string; relation: string; isHidden: boolean }[] = [];
  let countsFrom1904 = false;
  await readXml(archive.read(path), {
    opened(name, said) {
      if (name === "workbookPr") countsFrom1904 = /^(1|true|on)$/.test(said.date1904 ?? "");
      if (name !== "sheet") return;
      const relation = Object.entries(said).find(([key]) => /^(\w+:)?id$/.test(key))?.[1] ?? "";
      sheets.push({ name: said.name ?? "", relation, isHidden: /hidden/i.test(said.state ?? "") });
    },
  });
  return { sheets, countsFrom1904 };
}

/** What a part, or the file as a whole, refers to; nothing that lies outside of the file. */
async function relationsOf(archive: ZipArchive, path: string): Promise<Relation[]> {
  const [folder, file] = [path.slice(0, path.lastIndexOf("/") + 1), path.slice(path.lastIndexOf("/") + 1)];
  const part = `${folder}_rels/${file}.rels`;
  if (!archive.has(part)) return [];
  const found: Relation[] = [];
  await readXml(archive.read(part), {
    opened(name, { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode }) {
      if (name !== "Relationship" || mode === "External") return;
      found.push({ id, kind: type.slice(type.lastIndexOf("/") + 1), target: resolved(folder, target) });
    },
  });
  return found;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const way: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") way.pop();
    else if (step !== ".") way.push(step);
  }
  return way.join("/");
}
