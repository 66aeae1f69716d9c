import type { OwnLetter } from "./facts";

/** Where an organization stands with a letter. */
export function ownStatus({ own_signature, hash, asked, audience, is_final }: OwnLetter) {
  if (audience === "owner") return "statusDraft";
  if (own_signature?.hash === hash) return own_signature.late ? "statusLate" : "statusSigned";
  if (asked) return "statusAsked";
  if (own_signature) return "statusUnconfirmed";
  return is_final ? "statusDidNot" : "statusNone";
}

/** Whether there is anything left to press: a letter that is closed, or signed as it is, takes no signature. */
export function canBeSigned(letter: OwnLetter): boolean {
  const isSigned = letter.own_signature?.hash === letter.hash;
  return !isSigned && letter.audience !== "owner" && letter.closed_at === null && (letter.takes_part || letter.is_lead);
}

/** An organization's letters by what it has to do with them; what waits for an answer comes first. */
export function sortedLetters<One extends OwnLetter>(letters: One[], maySign: boolean) {
  const toAnswer = letters.filter((letter) => maySign && letter.asked !== null && canBeSigned(letter));
  const rest = letters.filter((letter) => !toAnswer.includes(letter));
  const toSign = rest.filter((letter) => !letter.is_lead && canBeSigned(letter) && !letter.is_final);
  const ours = rest.filter(({ is_lead }) => is_lead);
  const others = rest.filter((letter) => !toSign.includes(letter) && !letter.is_lead);
  return [
    { name: "toAnswer", letters: toAnswer },
    { name: "toSign", letters: toSign },
    { name: "ours", letters: ours },
    { name: "signedOnes", letters: others.filter(({ own_signature }) => own_signature) },
    { name: "otherOnes", letters: others.filter(({ own_signature }) => !own_signature) },
  ] as const;
}
