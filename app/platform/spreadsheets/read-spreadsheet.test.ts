import { expect, test } from "vitest";
import { madeArchive, madeWorkbook, sheetXml, workbookParts } from "../../../tests/support/made-archive";
import { readSpreadsheet } from "./read-spreadsheet.server";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (file: Uint8Array) => {
  const sheet = await readSpreadsheet(file);
  if ("problem" in sheet) throw new Error(sheet.problem.key);
  return sheet;
};
const rowsOf = async (file: Uint8Array) => (await read(file)).rows.map(({ cells }) => cells);
const problemOf = async (file: Uint8Array) => {
  const sheet = await readSpreadsheet(file);
  return "problem" in sheet ? sheet.problem : undefined;
};
/** The two syllables of 이름 ("name") as Korean Excel saves them. */
const korean = Uint8Array.from([0xc0, 0xcc, 0xb8, 0xa7]);

test("CSV from Korean Excel is read in CP949 and in UTF-16, and from anywhere in UTF-8 with its mark or without", async () => {
  expect(await read(Uint8Array.from([...korean, ...bytes(",a\n")]))).toMatchObject({
    charset: "CP949",
    rows: [{ row: 1, cells: ["이름", "a"] }],
  });
  const wide = (text: string, mark = "\ufeff") => new Uint8Array(Buffer.from(mark + text, "utf16le"));
  expect(await read(wide("이름\t전화\n"))).toMatchObject({
    charset: "UTF-16",
    rows: [{ row: 1, cells: ["이름", "전화"] }],
  });
  expect(await rowsOf(wide("name\t전화\n", ""))).toEqual([["name", "전화"]]);
  expect(await rowsOf(bytes("\ufeff이름,전화\n"))).toEqual([["이름", "전화"]]);
  expect(await rowsOf(bytes("이름,전화"))).toEqual([["이름", "전화"]]);
});

test("commas, semicolons and tabs part cells, whichever the file uses", async () => {
  expect(await rowsOf(bytes('a;"b, c";d\r\n1;2;3'))).toEqual([
    ["a", "b, c", "d"],
    ["1", "2", "3"],
  ]);
  expect(await rowsOf(bytes("a\tb, c\n"))).toEqual([["a", "b, c"]]);
  expect(await read(bytes("sep=;\r\na;b\r\n"))).toMatchObject({ rows: [{ row: 2, cells: ["a", "b"] }] });
  expect(await rowsOf(bytes('"one"\n"two"\n'))).toEqual([["one"], ["two"]]);
});

test("a cell may hold quotes and line breaks; its row keeps the number that the spreadsheet shows", async () => {
  const sheet = await read(bytes('name,what\r\n"Clinic ""A""","first\r\nsecond"\r\n\r\n,,\r\nLast,"x"y\r\n'));
  expect(sheet.rows).toEqual([
    { row: 1, cells: ["name", "what"] },
    { row: 2, cells: ['Clinic "A"', "first\nsecond"] },
    { row: 5, cells: ["Last", "xy"] },
  ]);
});

test("a quote that is never closed is told with its row", async () => {
  expect(await problemOf(bytes('a,b\nc,"d\ne,f\n'))).toEqual({ key: "quote_not_closed", values: { row: 2 } });
});

test("a workbook's texts, numbers, days and formulas are read as a person sees them", async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;년&quot; m&quot;월&quot; d&quot;일&quot;"/>
    <numFmt numFmtId="165" formatCode="0.00&quot;y&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>
    <xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
  const strings =
    "<sst><si><t>시민권</t><rPh><t>citizen</t></rPh></si><si><r><t>rich </t></r><r><t>text</t></r></si></sst>";
  const sheet = sheetXml({
    rows: [
      [{ said: '<c t="s"><v>0</v></c>' }, { said: '<c t="s"><v>1</v></c>' }, { said: '<c t="b"><v>1</v></c>' }],
      [
        2135550123,
        { said: "<c><v>2.1355501E9</v></c>" },
        { said: '<c s="4"><v>0.1</v></c>' },
        { said: "<c><f>1+1</f><v>2</v></c>" },
      ],
      [
        ...[
          '<c s="1"><v>45986</v></c>',
          '<c s="2"><v>45986.5</v></c>',
          '<c s="3"><v>0.395833333333333</v></c>',
          '<c t="str"><f>A1</f><v>said_x000D_\n</v></c>',
        ].map((said) => ({ said })),
      ],
    ],
  });
  expect(await rowsOf(madeArchive(workbookParts(sheet, { styles, strings })))).toEqual([
    ["시민권", "rich text", "TRUE"],
    ["2135550123", "2135550100", "0.1", "2"],
    ["2025-11-25", "2025-11-25 12:00", "09:30", "said"],
  ]);
});

test("the first sheet that is not hidden is read, and the others are named", async () => {
  const workbook = `<workbookPr date1904="1"/><sheets><sheet name="Old" state="hidden" r:id="rId2"/><sheet name="Services" r:id="rId1"/>
    <sheet name="Notes" r:id="rId2"/></sheets>`;
  const file = madeArchive(workbookParts(sheetXml({ rows: [["a"]] }), { workbook }));
  expect(await read(file)).toEqual({ rows: [{ row: 1, cells: ["a"] }], unread: ["Old", "Notes"], merged: [] });
});

test("a cell merged downward speaks for every row beside it, and a title merged across for none", async () => {
  const rows = [["Title"], ["KRCLA", "Clinic", "1"], ["", "Hotline", "2"], undefined, ["", "Class"]];
  expect(await read(madeWorkbook(rows, ["A1:C1", "A2:A1048576", "C2:C3"]))).toMatchObject({
    rows: [
      { row: 1, cells: ["Title"] },
      { row: 2, cells: ["KRCLA", "Clinic", "1"] },
      { row: 3, cells: ["KRCLA", "Hotline", "2"] },
      { row: 5, cells: ["KRCLA", "Class"] },
    ],
    merged: [3, 5],
  });
});

test("a hundred thousand rows that are only formatted cost nothing; as many that say something are refused", async () => {
  const formatted = `<worksheet><sheetData><row r="1"><c t="str"><v>a</v></c></row>${Array.from(
    { length: 100_000 },
    (_, at) => `<row r="${at + 2}" s="1"><c r="A${at + 2}" s="1"/></row>`,
  ).join("")}</sheetData></worksheet>`;
  expect(await rowsOf(madeArchive(workbookParts(formatted)))).toEqual([["a"]]);

  const tooLong = { key: "spreadsheet_too_long", values: { maximum: 20_000 } };
  expect(await problemOf(madeWorkbook(Array.from({ length: 100_000 }, (_, at) => [`Service ${at}`])))).toEqual(tooLong);
  expect(await problemOf(bytes("a,b\n".repeat(100_000)))).toEqual(tooLong);
  expect(await problemOf(bytes("a,".repeat(300).concat("b\n")))).toEqual({
    key: "spreadsheet_too_wide",
    values: { maximum: 200, row: 1 },
  });
});

test("an archive that inflates without end is stopped, whether it says so or lies", async () => {
  const bomb = `<worksheet><sheetData>${" ".repeat(40 * 1024 * 1024)}</sheetData></worksheet>`;
  const parts = workbookParts(bomb);
  expect(await problemOf(madeArchive(parts))).toEqual({ key: "spreadsheet_inflates" });

  const lying = parts.map((part) => (part.text === bomb ? { ...part, declared: 2_000 } : part));
  expect(await problemOf(madeArchive(lying))).toEqual({ key: "spreadsheet_inflates" });

  const short = workbookParts(sheetXml({ rows: [["a"]] })).map((part) =>
    part.name.endsWith("sheet1.xml") ? { ...part, declared: 5 } : part,
  );
  expect(await problemOf(madeArchive(short))).toEqual({ key: "spreadsheet_damaged" });
});

test("an archive within the archive stays packed", async () => {
  const nested = madeArchive([{ name: "inner.zip", text: madeArchive([{ name: "a", text: "a".repeat(1_000_000) }]) }]);
  expect(await problemOf(nested)).toEqual({ key: "not_a_spreadsheet" });
});

test("entities of a file's own are not expanded", async () => {
  const bombs = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>';
  expect(await problemOf(madeArchive(workbookParts(bombs)))).toEqual({ key: "spreadsheet_damaged" });
});

test("what is no spreadsheet, is locked, or breaks off is told apart", async () => {
  const whole = madeWorkbook([["a"]]);
  expect(await problemOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual({
    key: "spreadsheet_old_or_locked",
  });
  expect(await problemOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]))).toEqual({ key: "not_a_spreadsheet" });
  expect(await problemOf(madeArchive([{ name: "word/document.xml", text: "<w/>" }]))).toEqual({
    key: "not_a_spreadsheet",
  });
  const locked = workbookParts(sheetXml({ rows: [["a"]] })).map((part) => ({ ...part, flags: 1 }));
  expect(await problemOf(madeArchive(locked))).toEqual({ key: "spreadsheet_old_or_locked" });
  for (const length of [4, 30, 200, whole.length - 30])
    expect((await problemOf(whole.subarray(0, length)))?.key).toBe("spreadsheet_damaged");
});

test("whatever bytes come, the answer is a sheet or a sentence", async () => {
  const whole = madeWorkbook([
    ["name", "phone"],
    ["Clinic", 5],
  ]);
  let seed = 7;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed;
  };
  for (let time = 0; time < 400; time += 1) {
    const broken = Uint8Array.from(whole);
    for (let change = 0; change < 4; change += 1) broken[random() % broken.length] = random() % 256;
    const sheet = await readSpreadsheet(broken);
    expect("problem" in sheet ? typeof sheet.problem.key : Array.isArray(sheet.rows)).toBeTruthy();
  }
});
