import type { WholeLetter } from "./facts";

/** One of a letter's signatories without an account, whichever text it signed. */
export function otherOf({ signatories, unconfirmed }: Pick<WholeLetter, "signatories" | "unconfirmed">, id: string) {
  return [...signatories, ...unconfirmed].find(({ other }) => other === id);
}
