import { derivedId } from "./hsds/derived-id.server";

/** A need with every word for it. */
export type TermWords = {
  id: string;
  name: Record<string, string>;
  synonyms: Record<string, string[]>;
  code: string | null;
};

/** Finds a need by its id, by the id or code under which it leaves, by its name, or by what people type instead. */
export function termFinder(terms: TermWords[]): (said: string) => string | undefined {
  const known = new Map<string, string>();
  const add = (word: string, id: string) => {
    if (!known.has(plain(word))) known.set(plain(word), id);
  };
  for (const { id, code } of terms) {
    for (const word of [id, derivedId("term", id), ...(code ? [code] : [])]) add(word, id);
  }
  for (const { id, name } of terms) for (const word of Object.values(name)) add(word, id);
  for (const { id, synonyms } of terms) for (const word of Object.values(synonyms).flat()) add(word, id);
  return (said) => (said === "" ? undefined : known.get(plain(said)));
}

const plain = (word: string) => word.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
