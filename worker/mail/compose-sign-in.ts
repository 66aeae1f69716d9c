import { oneThing } from "./compose-account";
import type { Body, Composition } from "./composition";

/** Lets its reader in without a password. */
export function signInLink({ message, words, url }: Composition): Body {
  return oneThing(words.signInLink, url(`/sign-in/link/${message.token}`));
}

/** Leads to a new password. */
export function passwordReset({ message, words, url }: Composition): Body {
  return oneThing(words.passwordReset, url(`/password/${message.token}`));
}

/** Tells that there is a new password. */
export function passwordChanged({ words, url }: Composition): Body {
  return oneThing(words.passwordChanged, url("/sign-in"));
}
