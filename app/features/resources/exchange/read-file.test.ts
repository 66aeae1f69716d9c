import { expect, test } from "vitest";
import { madeWorkbook } from "../../../../tests/support/made-archive";
import { type House, readServicesFile } from "./read-file.server";

const house: House = {
  organization: "0f9d0f0e-3f44-4b6e-9f39-2c6f4f4a0001",
  language: "en",
  time_zone: "America/Los_Angeles",
  terms: [
    { id: "legal/citizenship", name: { en: "Citizenship", ko: "시민권" }, synonyms: { ko: ["귀화"] }, code: "1101" },
    { id: "housing", name: { en: "Housing", ko: "주거" }, synonyms: {}, code: null },
  ],
  isZone: (name) => name === "Asia/Seoul",
};
const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (file: string | Uint8Array) => {
  const found = await readServicesFile(typeof file === "string" ? bytes(file) : file, house);
  if ("problem" in found) throw new Error(found.problem.key);
  return found;
};
const problemOf = async (file: string | Uint8Array) => {
  const found = await readServicesFile(typeof file === "string" ? bytes(file) : file, house);
  return "problem" in found ? found.problem.key : undefined;
};
const contentOf = async (file: string) => (await read(file)).entries[0]?.content;

test("a table with Korean headings is understood as one with English headings is", async () => {
  const english = `Name,What help,Organization,Phone,Languages,Need,Cost,Hours,Address,City,State,Zip
Citizenship clinic,We fill in the form,HANA Center,(213) 555-0123 x4,"Korean, English","citizenship; housing",Free,Mon-Fri 9-5,900 Demonstration Avenue,Los Angeles,CA,90006`;
  expect(await contentOf(english)).toMatchObject({
    name: { en: "Citizenship clinic" },
    description: { en: "We fill in the form" },
    provider: { name: { en: "HANA Center" } },
    phones: [{ number: "+12135550123", extension: "4", label: {} }],
    staff_languages: ["ko", "en"],
    terms: ["legal/citizenship", "housing"],
    cost: "free",
    schedules: [{ weekdays: [1, 2, 3, 4, 5], opens_minute: 540, closes_minute: 1020 }],
    places: [{ address_1: "900 Demonstration Avenue", city: "Los Angeles", region: "CA", postal_code: "90006" }],
  });
  const korean = `서비스명,설명,기관명,전화번호,언어,분류,비용,운영시간,주소,도시,주,우편번호
시민권 상담,서류를 함께 봅니다,하나센터,213-555-0123,"한국어, 영어",귀화,무료,월~금 09:00~17:00,데모 거리 9,로스앤젤레스,CA,90006`;
  expect(await contentOf(korean)).toMatchObject({
    name: { ko: "시민권 상담" },
    source_language: "ko",
    staff_languages: ["ko", "en"],
    terms: ["legal/citizenship"],
    cost: "free",
    places: [{ city: "로스앤젤레스" }],
  });
});

test("columns in two languages become one text in two languages, and HSDS names are known", async () => {
  expect(
    await contentOf(
      "id,name,이름(한국어),description_en,설명(한국어),eligibility_description,fees_description\n7,Clinic,상담소,Help,도움,Anyone,By income",
    ),
  ).toMatchObject({
    name: { en: "Clinic", ko: "상담소" },
    description: { en: "Help", ko: "도움" },
    eligibility: { en: "Anyone" },
    cost: "sliding",
  });
});

test("a private column is named and never read", async () => {
  const file = await read("name,phone,case_notes,메모,Favorite color\nClinic,213-555-0123,Knows the family,비밀,green");
  expect(file.left_out).toEqual([
    { name: "case_notes", is_private: true },
    { name: "메모", is_private: true },
    { name: "Favorite color", is_private: false },
  ]);
  expect(JSON.stringify(file.entries)).not.toMatch(/family|비밀|green/);
});

test("what a table has no column for it does not speak of", async () => {
  expect(Object.keys((await contentOf("name,phone\nClinic,213-555-0123")) ?? {}).sort()).toEqual([
    "name",
    "phones",
    "source_language",
  ]);
});

test("a row that cannot be taken is told by its number, its field and the reason; the others stand", async () => {
  const { entries } = await read(`List of services,,
name,website,phone,email
Clinic,https://krcla.example,213-555-0123,
Bad link,javascript:alert(1),213-555-0124,

Bad phone,,555,
,https://krcla.example,,
Broken,,#N/A,nobody
Formula #REF!,,,
#REF!,,,`);
  expect(entries.map(({ row, refused }) => [row, refused.map(({ field, reason }) => `${field} ${reason}`)])).toEqual([
    [3, []],
    [4, ["website link_not_web"]],
    [6, ["phone phone_not_valid"]],
    [7, ["name name_missing"]],
    [8, ["phone phone_not_valid", "email email_not_valid"]],
    [9, []],
    [10, ["name formula_error"]],
  ]);
});

test("a service that stands there twice is told with the row it stood in first, by its id or by its name", async () => {
  const twice = (await read("name,phone\nClinic,213-555-0123\nOther,\nclinic ,213-555-0124")).entries;
  expect(twice.at(-1)?.refused).toEqual([{ field: "id", reason: "same_as_row", terms: { row: 2 } }]);
  const ids = (await read("id,name\nA7,Clinic\nA7,Class")).entries;
  expect(ids.at(-1)?.refused).toEqual([{ field: "id", reason: "same_as_row", terms: { row: 2 } }]);
  const json = JSON.stringify(
    [1, 2].map(() => ({ id: "0f9d0f0e-3f44-4b6e-9f39-2c6f4f4a0abc", name: "A", status: "active" })),
  );
  expect((await read(json)).entries.at(-1)?.refused[0]?.reason).toBe("same_as_row");
});

test("the same row has the same id in the next file, so that it is known again", async () => {
  const key = async (text: string) => (await read(text)).entries[0]?.key;
  expect(await key("name,phone\nClinic,213-555-0123")).toBe(await key("전화,이름\n,Clinic"));
  expect(await key("name,organization\nClinic,A")).not.toBe(await key("name,organization\nClinic,B"));
});

test("a row of another organization's file is another service, though it has the same number or name", async () => {
  const theirs = { ...house, organization: "0f9d0f0e-3f44-4b6e-9f39-2c6f4f4a0002" };
  for (const text of [
    "id,name,address\n1,Clinic,1 Zinnia Way",
    "name\nClinic",
    '[{"name": "Clinic", "status": "active"}]',
  ]) {
    const [ours, other] = [await read(text), await readServicesFile(bytes(text), theirs)];
    if ("problem" in other) throw new Error(other.problem.key);
    expect(other.entries[0]?.key).not.toBe(ours.entries[0]?.key);
    const idOf = (content: (typeof ours.entries)[0]["content"]) => content?.places?.[0]?.hsds_id ?? "";
    if (text.includes("Way")) expect(idOf(other.entries[0]?.content)).not.toBe(idOf(ours.entries[0]?.content));
  }
});

test("merged cells speak for their rows, and that is said", async () => {
  const rows = [
    ["organization", "name"],
    ["HANA Center", "Clinic"],
    ["", "Class"],
  ];
  const { entries, kind } = await read(madeWorkbook(rows, ["A2:A3"]));
  expect(kind).toBe("xlsx");
  expect(entries[1]).toMatchObject({
    content: { provider: { name: { en: "HANA Center" } } },
    remarks: [{ reason: "merged_cells" }],
  });
});

test("hours, languages and needs that are not understood are said, and take nothing away here", async () => {
  const [entry] = (await read("name,hours,languages,need\nClinic,by appointment,Klingon,juggling")).entries;
  expect(entry?.content).not.toHaveProperty("schedules");
  expect(entry?.remarks.map(({ field, reason }) => `${field} ${reason}`).sort()).toEqual([
    "hours hours_not_understood",
    "staff_languages language_unknown",
    "terms term_unknown",
  ]);
});

test("HSDS comes as a list, as a page or as one service", async () => {
  const one = { id: "0f9d0f0e-3f44-4b6e-9f39-2c6f4f4a0abc", name: "Clinic", status: "active" };
  for (const said of [[one], { contents: [one], total_items: 1 }, { services: [one] }, one])
    expect((await read(JSON.stringify(said))).entries).toHaveLength(1);
});

test("a file without services is told apart from one that is broken", async () => {
  expect(await problemOf("phone,address\n1,2")).toBe("no_name_column");
  expect(await problemOf("name,phone\n")).toBe("services_none");
  expect(await problemOf("")).toBe("services_none");
  expect(await problemOf("[]")).toBe("services_none");
  expect(await problemOf('{"contents": [')).toBe("json_damaged");
  expect(await problemOf(JSON.stringify(Array.from({ length: 20_001 }, () => 1)))).toBe("spreadsheet_too_long");
  expect(await problemOf("[".repeat(100_000))).toBe("json_damaged");
});
