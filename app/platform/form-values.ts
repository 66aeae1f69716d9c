import type { FormReply } from "./form";

export type FormValues = FormReply["values"];

/**
 * The version a form sends: the one its writer has seen. That is the stored one only once they were told that somebody
 * else changed it.
 */
export function versionSeen(reply: FormReply | undefined, stored: { version: number }): string {
  const told = reply === undefined || reply.refusal?.key.endsWith("changed_meanwhile") === true;
  return (told ? undefined : one(reply.values.seen_version)) ?? String(stored.version);
}

/** A field's one value, where a form may hold a list. */
export function one(value: FormValues[string]): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** A field's values, however many there are. */
export function all(value: FormValues[string]): string[] {
  return value === undefined ? [] : [value].flat();
}
