import { expect } from "vitest";
import type { PersonName } from "../access/persons";
import type { Cast } from "./cast";
import type { TestDatabase } from "./database";

export type Answer = { id: string; outcome: string; hash: string };
export type Shown = {
  signed: number;
  is_final: boolean;
  hash: string;
  signatories: { english_name: string; korean_name: string | null; late: boolean }[];
  unconfirmed: { english_name: string }[];
  deeds: { deed: string; who: string | null }[];
  asked: { who: string | null } | null;
};

export const refusal = (message: string) => expect.objectContaining({ code: expect.stringMatching(/^PT/), message });

/** What somebody is answered who calls a function of the API, or the refusal. */
export async function call<T = Answer>(db: TestDatabase, person: Cast[PersonName], name: string, ...args: unknown[]) {
  const places = args.map((_, at) => `$${at + 1}`).join(", ");
  try {
    const [row] = await db.as<{ answer: T }>(person, `select public.${name}(${places}) as answer`, args);
    return row?.answer as T;
  } catch (error) {
    return error as T;
  }
}

/** Which letter that is, and the text that is to be signed now. */
export async function letterOf(db: TestDatabase, title: string) {
  return db.given<{ id: string; hash: string }>(
    `select l.id, l.text_hash as hash from public.letters l
     join public.letter_versions v on v.letter_id = l.id and v.text_hash = l.text_hash where v.title ->> 'en' = $1`,
    [title],
  );
}

/** What a person of an organization is shown of a letter, and of their own part in it. */
export async function shownTo(db: TestDatabase, person: Cast[PersonName], organization: string, letter: string) {
  const answer = await call<{ letters: Shown[] } | null>(db, person, "organization_letters", organization, letter);
  return answer?.letters[0] as Shown;
}

export const namesOf = (shown: Shown) => shown.signatories.map(({ english_name }) => english_name);
