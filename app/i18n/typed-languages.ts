import { commonLanguages, typedLanguages } from "./spoken-languages";

/** The tags of languages typed by name, in English, Korean, Spanish or their own, separated by commas; and what was not understood. */
export function readTypedLanguages(typed: string): { languages: string[]; unknown: string[] } {
  const names = typed
    .split(/[,;/·、\n]|\s+(?:and|y|e)\s+/)
    .map((name) => name.trim())
    .filter(Boolean);
  const found = names.map((name) => known.get(plain(name)) ?? readTag(name));
  return {
    languages: [...new Set(found.filter((tag) => tag !== undefined))],
    unknown: names.filter((_, index) => found[index] === undefined),
  };
}

/** A tag that says more than the language, such as `zh-Hant`, stays what it is. */
function readTag(name: string): string | undefined {
  const base = /^([a-z]{2,3})(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/.exec(name)?.[1];
  return base && known.has(base) ? name : undefined;
}

const ALIASES: Record<string, string> = {
  bengali: "bn",
  소말리어: "so",
  mandarin: "zh",
  mandarín: "zh",
  "chino (mandarín)": "zh",
  "chinese (mandarin)": "zh",
  "중국어(보통화)": "zh",
  만다린: "zh",
  cantonese: "yue",
  광둥어: "yue",
  광동어: "yue",
  tagalog: "tl",
  tagalo: "tl",
  filipino: "fil",
  타갈로그어: "tl",
  필리핀어: "fil",
  farsi: "fa",
  persian: "fa",
  "persian (farsi)": "fa",
  "persa (farsi)": "fa",
  cambodian: "km",
  camboyano: "km",
  "camboyano (jemer)": "km",
  캄보디아어: "km",
  크메르어: "km",
  hmong: "hmn",
  몽어: "hmn",
  흐몽어: "hmn",
  asl: "ase",
  "american sign language": "ase",
  "lengua de señas americana": "ase",
  미국수어: "ase",
  "미국 수어": "ase",
  수어: "kvk",
  "korean sign language": "kvk",
  "lengua de señas coreana": "kvk",
  한국수어: "kvk",
  "한국 수어": "kvk",
  burmese: "my",
  버마어: "my",
  미얀마어: "my",
  "haitian creole": "ht",
  "아이티 크레올어": "ht",
  mixtec: "mix",
  mixteco: "mix",
  믹스텍어: "mix",
  zapotec: "zap",
  zapoteco: "zap",
  사포텍어: "zap",
  mam: "mam",
  맘어: "mam",
  "k'iche'": "quc",
  quiche: "quc",
  키체어: "quc",
  "q'anjob'al": "kjb",
  kanjobal: "kjb",
  칸호발어: "kjb",
  nahuatl: "nah",
  náhuatl: "nah",
  panyabí: "pa",
  나와틀어: "nah",
  터키어: "tr",
  튀르키예어: "tr",
  mongolian: "mn",
  몽골어: "mn",
  태국어: "th",
  타이어: "th",
};

const known = new Map<string, string>();
for (const tag of [...commonLanguages, ...typedLanguages]) {
  known.set(tag, tag);
  for (const locale of ["en", "ko", "es", tag]) {
    const name = new Intl.DisplayNames([locale], { type: "language", fallback: "none" }).of(tag);
    if (name && !known.has(plain(name))) known.set(plain(name), tag);
  }
}
for (const [name, tag] of Object.entries(ALIASES)) known.set(plain(name), tag);

function plain(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();
}
