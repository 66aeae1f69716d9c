import { josa } from "es-hangul";
import type { Locale } from "./translation";

type Particle =
  | "이/가"
  | "을/를"
  | "은/는"
  | "으로/로"
  | "와/과"
  | "이나/나"
  | "이란/란"
  | "아/야"
  | "이랑/랑"
  | "이에요/예요"
  | "으로서/로서"
  | "으로써/로써"
  | "으로부터/로부터"
  | "이라/라";

/** The word with the Korean particle that its last sound asks for; in other languages the word alone. */
export function withParticle(word: string, particle: Particle, locale: Locale): string {
  if (!locale.startsWith("ko")) return word;
  return word + josa.pick(soundOf(word), particle);
}

/** Latin letters and digits are read aloud in Korean: KRCLA ends like 에이, 2016 like 육. */
function soundOf(word: string): string {
  const last =
    word
      .normalize("NFC")
      .replace(/[\s)\]"'”’.!?]+$/u, "")
      .at(-1) ?? "";
  return spoken[last.toUpperCase()] ?? word.normalize("NFC");
}

const spoken: Record<string, string> = {
  A: "에이",
  B: "비",
  C: "시",
  D: "디",
  E: "이",
  F: "에프",
  G: "지",
  H: "에이치",
  I: "아이",
  J: "제이",
  K: "케이",
  L: "엘",
  M: "엠",
  N: "엔",
  O: "오",
  P: "피",
  Q: "큐",
  R: "알",
  S: "에스",
  T: "티",
  U: "유",
  V: "브이",
  W: "더블유",
  X: "엑스",
  Y: "와이",
  Z: "제트",
  "0": "영",
  "1": "일",
  "2": "이",
  "3": "삼",
  "4": "사",
  "5": "오",
  "6": "육",
  "7": "칠",
  "8": "팔",
  "9": "구",
};
