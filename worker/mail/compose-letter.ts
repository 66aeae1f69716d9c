import { addressChanged, addressCurrent, addressNew, invitation } from "./compose-account";
import { hosting, hostingAnswered } from "./compose-hosting";
import { itemsDue } from "./compose-items";
import { digest, reminder } from "./compose-optional";
import { passwordChanged, passwordReset, signInLink } from "./compose-sign-in";
import { signupConfirmed, signupGatheringChanged, signupPromoted } from "./compose-signup";
import { servicesDue, suggestionAnswered } from "./compose-truth";
import type { Body, Composition } from "./composition";
import type { Letter } from "./letter";
import type { Contents, MessageKind, OpenedMessage } from "./opened";
import { wordsFor } from "./words/words-for";

export type Surroundings = {
  /** Where the pages are. */
  appUrl: string;
  demonstration: boolean;
};

/** What one message says to its reader, in the reader's language, else in the organization's first. */
export function composeLetter(
  message: OpenedMessage,
  contents: Contents | undefined,
  { appUrl, demonstration }: Surroundings,
  now = new Date(),
): Letter {
  const words = wordsFor(message.language, message.organization?.languages[0]);
  const body = bodies[message.kind]({ message, contents, words, url: (path) => appUrl + path, now });
  const foot = [
    ...body.foot,
    ...(demonstration ? [{ paragraph: words.demonstration }] : []),
    { link: "Hamkke · 함께", url: appUrl },
  ];
  return { ...body, lang: words.lang, foot };
}

const bodies: Record<MessageKind, (composition: Composition) => Body> = {
  invitation,
  sign_in_link: signInLink,
  password_reset: passwordReset,
  password_changed: passwordChanged,
  address_current: addressCurrent,
  address_new: addressNew,
  address_changed: addressChanged,
  reminder,
  digest,
  signup_confirmed: signupConfirmed,
  signup_promoted: signupPromoted,
  signup_gathering_changed: signupGatheringChanged,
  hosting,
  hosting_answered: hostingAnswered,
  services_due: servicesDue,
  suggestion_answered: suggestionAnswered,
  items_due: itemsDue,
};
