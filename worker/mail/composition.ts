import type { Letter } from "./letter";
import type { Contents, OpenedMessage, Organization } from "./opened";
import type { Words } from "./words/words";

/** What a message is composed of. */
export type Composition = {
  message: OpenedMessage;
  contents: Contents | undefined;
  words: Words;
  /** The whole address of one of the product's pages. */
  url: (path: string) => string;
  now: Date;
};

/** A letter before what every letter ends with. */
export type Body = Omit<Letter, "lang">;

/** The organization on whose behalf a message is sent. */
export function organizationOf({ organization, kind }: OpenedMessage): Organization {
  if (organization) return organization;
  throw new Error(`A message of the kind ${kind} is sent on behalf of an organization.`);
}
