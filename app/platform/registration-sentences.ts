/**
 * What stands wherever a registration drive does, in every language of the product whatever the page's: whoever signs wrongly can
 * lose everything. No setting takes it away.
 */
export const registrationSentences = {
  ko: "유권자 등록은 미국 시민권자만 할 수 있습니다. 시민권자가 아니거나 확실하지 않으면 서명하지 말고 먼저 변호사와 상담하세요.",
  en: "Only U.S. citizens may register to vote. Not a citizen, or unsure? Do not sign; ask a lawyer first.",
  es: "Solo los ciudadanos de Estados Unidos pueden registrarse para votar. ¿No es ciudadano o no está seguro? No firme; pregunte primero a un abogado.",
} as const;

/** The sentences, for texts that leave the page; none for what is no registration drive. */
export function registrationLines(kind: string): string[] {
  return kind === "registration_drive" ? Object.values(registrationSentences) : [];
}

/** The sentence in one language, where there is room for one alone; English for a language that has none. */
export function registrationSentenceIn(locale: string): string {
  const language = locale.split("-")[0] ?? "";
  return Object.entries(registrationSentences).find(([tag]) => tag === language)?.[1] ?? registrationSentences.en;
}

/** The sentences with their languages, for pages and paper. */
export function registrationPassages(): { lang: string; text: string }[] {
  return Object.entries(registrationSentences).map(([lang, text]) => ({ lang, text }));
}
