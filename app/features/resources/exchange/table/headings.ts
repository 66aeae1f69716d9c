import { type LeftOut, soundsPrivate } from "../findings";

/** What a column of a table may hold. Texts may be there in several languages, each in a column of its own. */
const words = {
  id: "id|serviceid|service_id|번호",
  name: "name|service|servicename|service name|program|programname|이름|서비스|서비스명|서비스이름|프로그램|프로그램명|도움받을곳",
  description: "description|whathelp|about|summary|설명|내용|어떤도움|도움내용|소개|서비스내용",
  provider: "organization|organizationname|organisation|provider|agency|단체|단체명|기관|기관명|제공기관|조직",
  phone: "phone|phonenumber|telephone|tel|number|hotline|전화|전화번호|연락처|대표전화",
  website: "website|url|web|homepage|link|웹사이트|홈페이지|누리집|사이트|링크|주소(웹)",
  email: "email|e-mail|mail|이메일|전자우편|메일",
  eligibility: "eligibility|eligibilitydescription|whocango|who|자격|대상|이용대상|자격요건",
  required_documents: "requireddocuments|documents|whattobring|bring|준비물|필요서류|서류|구비서류",
  cost: "cost|fees|fee|price|feesdescription|비용|요금|수수료|가격",
  area_served: "areaserved|servicearea|serviceareas|area|region served|coverage|지역|서비스지역|이용지역|대상지역",
  terms: "need|needs|category|categories|taxonomy|taxonomyterm|topic|topics|분류|필요|분야|카테고리|종류",
  staff_languages: "languages|language|stafflanguages|spokenlanguages|언어|사용언어|직원언어|가능언어",
  interpreter_languages: "interpreterlanguages|interpreter|interpretation|interpretationservices|통역|통역언어",
  document_languages: "documentlanguages|writtenlanguages|문서언어|자료언어|서류언어",
  hours: "hours|openinghours|schedule|schedules|when|운영시간|이용시간|시간|영업시간|상담시간",
  closures: "closed|closures|holidays|closedon|휴무|휴무일|휴일",
  time_zone: "timezone|zone|시간대",
  state: "status|state of service|상태|운영상태",
  location: "location|locationname|place|site|장소|장소명|위치",
  address_1: "address|address1|streetaddress|street|주소|도로명주소|주소1",
  address_2: "address2|suite|unit|상세주소|주소2",
  city: "city|town|도시|시",
  region: "state|stateprovince|province|주|주(州)|도",
  postal_code: "postalcode|zip|zipcode|postcode|우편번호",
  country: "country|나라|국가",
  accessibility: "accessibility|access|접근성|편의시설|장애인편의",
  directions: "directions|transportation|gettingthere|오시는길|찾아오는길|가는길|교통",
} as const;

export type ColumnField = keyof typeof words;
/** A column that is read: where it stands, what it holds, and in which language where that is said. */
export type Column = { at: number; field: ColumnField; language?: string; heading: string };

const inOneLanguage: readonly ColumnField[] = [
  "name",
  "description",
  "eligibility",
  "required_documents",
  "cost",
  "location",
];
/** By heading. "State" is the one of an address. */
const known = new Map<string, ColumnField>();
for (const field of Object.keys(words) as ColumnField[]) {
  for (const word of [field === "state" ? "status" : field, ...words[field].split("|")])
    if (!known.has(bare(word))) known.set(bare(word), field);
}

const languageNames: Record<string, string> = {
  ...{ ko: "ko", kor: "ko", korean: "ko", 한국어: "ko", 한글: "ko", 국문: "ko" },
  ...{ en: "en", eng: "en", english: "en", 영어: "en", 영문: "en" },
  ...{ es: "es", spanish: "es", español: "es", 스페인어: "es" },
  ...{ zh: "zh", chinese: "zh", 중국어: "zh", vi: "vi", vietnamese: "vi", 베트남어: "vi" },
  ...{ tl: "tl", tagalog: "tl", 타갈로그어: "tl", ja: "ja", japanese: "ja", 일본어: "ja" },
};

/** The row among the first that names the columns: the one with the most headings we know, a name among them. */
export function findHeadings(
  rows: { cells: string[] }[],
): { at: number; columns: Column[]; leftOut: LeftOut[] } | undefined {
  const read = rows.slice(0, 15).map(({ cells }, at) => ({ at, ...columnsOf(cells) }));
  const fitting = read.filter(({ columns }) => columns.some(({ field }) => field === "name"));
  return fitting.sort((one, other) => other.columns.length - one.columns.length || one.at - other.at)[0];
}

function columnsOf(cells: string[]): { columns: Column[]; leftOut: LeftOut[] } {
  const columns: Column[] = [];
  const leftOut: LeftOut[] = [];
  cells.forEach((cell, at) => {
    const heading = cell.normalize("NFC").replace(/\s+/g, " ").trim();
    if (heading === "") return;
    const column = fieldOf(heading);
    const isTaken =
      column && columns.some(({ field, language }) => field === column.field && language === column.language);
    if (column && (!isTaken || column.field === "phone")) columns.push({ at, heading, ...column });
    else leftOut.push({ name: heading.slice(0, 80), is_private: soundsPrivate(heading) });
  });
  return { columns, leftOut };
}

/** "Name (English)", "이름_ko", "한국어 이름" and "phone 2" are understood; whatever sounds private is not. */
function fieldOf(heading: string): Omit<Column, "at" | "heading"> | undefined {
  const whole = known.get(bare(heading));
  if (whole) return { field: whole };
  if (soundsPrivate(heading)) return undefined;
  const parts = heading
    .toLowerCase()
    .split(/[\s()[\]_:/·-]+/)
    .filter(Boolean);
  for (const [word, rest] of [
    [parts.at(-1), parts.slice(0, -1)],
    [parts[0], parts.slice(1)],
  ] as const) {
    const field = known.get(bare(rest.join("")));
    const language = word === undefined ? undefined : languageNames[word];
    if (field && language && inOneLanguage.includes(field)) return { field, language };
    if (field === "phone" && word && /^\d$/.test(word)) return { field };
  }
  return undefined;
}

function bare(heading: string): string {
  return heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_*:.-]+/g, "");
}
