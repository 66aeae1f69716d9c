/** What messages are for, as the database names it. */
export const kinds = [
  "invitation",
  "sign_in_link",
  "password_reset",
  "password_changed",
  "address_current",
  "address_new",
  "address_changed",
  "reminder",
  "digest",
  "signup_confirmed",
  "signup_promoted",
  "signup_gathering_changed",
  "hosting",
  "hosting_answered",
  "services_due",
  "suggestion_answered",
  "items_due",
] as const;

/** Why a message did not arrive, in the worker's words. */
export const problems = ["unreachable", "refused", "address_refused", "timed_out", "no_mail_server", "broken"] as const;
export type MailProblem = (typeof problems)[number];

/** A word that this version of the product does not know is said as the general one. */
export function problemOf(word: string | null): MailProblem | null {
  if (word === null) return null;
  return problems.find((known) => known === word) ?? "broken";
}
