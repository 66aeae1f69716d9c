import { nameOf } from "../../app/i18n/names";
import { formatDay, localIn } from "../../app/platform/time";
import { type Body, type Composition, organizationOf } from "./composition";
import { itemOf } from "./item-of";
import type { Part } from "./letter";
import type { SignupWords } from "./words/words";

/** Confirms a sign-up, with the link that changes it. */
export function signupConfirmed(composition: Composition): Body {
  const { words } = composition;
  return aboutSignup(composition, words.signup.confirmed[signupOf(composition).state]);
}

/** Tells somebody who waited that they have seats. */
export function signupPromoted(composition: Composition): Body {
  return aboutSignup(composition, composition.words.signup.promoted);
}

/** Tells somebody who signed up that the gathering is moved, cancelled or on again. */
export function signupGatheringChanged(composition: Composition): Body {
  const { words } = composition;
  const cancelled = signupOf(composition).gathering_state === "cancelled";
  return aboutSignup(composition, cancelled ? words.signup.cancelled : words.signup.changed);
}

function aboutSignup(composition: Composition, said: SignupWords): Body {
  const { message, words, url } = composition;
  const signup = signupOf(composition);
  const organization = nameOf(organizationOf(message), words.lang);
  const day = formatDay(localIn(signup.delete_at, message.time_zone), words.lang);
  const paragraphs = (sentences: string[]): Part[] => sentences.map((paragraph) => ({ paragraph }));
  return {
    subject: said.subject,
    parts: [
      ...paragraphs([said.text, words.signup.of(organization, signup.seats)]),
      ...(signup.line ? [{ items: [itemOf(signup.line, composition)] }] : []),
      ...paragraphs(signup.reason ? [signup.reason] : []),
      { button: words.signup.button, url: url(`/signups/${message.token}`) },
      ...paragraphs([words.signup.secret, words.signup.deleted(day)]),
    ],
    foot: [],
  };
}

function signupOf({ message: { signup, kind } }: Composition) {
  if (signup) return signup;
  throw new Error(`A message of the kind ${kind} is about a sign-up.`);
}
