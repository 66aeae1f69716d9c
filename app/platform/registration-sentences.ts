/**
 * What stands wherever a registration drive does, whatever the page's language: whoever signs wrongly can lose everything.
 * No setting takes it away.
 */
export const registrationSentences = {
  ko: "유권자 등록은 미국 시민권자만 할 수 있습니다. 시민권자가 아니거나 확실하지 않으면 서명하지 말고 먼저 변호사와 상담하세요.",
  en: "Only U.S. citizens may register to vote. Not a citizen, or unsure? Do not sign; ask a lawyer first.",
} as const;

/** The sentences in both languages, for texts that leave the page; none for what is no registration drive. */
export function registrationLines(kind: string): string[] {
  return kind === "registration_drive" ? Object.values(registrationSentences) : [];
}
