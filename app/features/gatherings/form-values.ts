import type { Locale } from "~/i18n/translation";
import type { FormReply } from "~/platform/form";
import { formatTime } from "~/platform/time";
import type { StoredGathering } from "./card";
import { isCommonLanguage } from "./spoken-languages";

export type FormValues = FormReply["values"];

/** What the form of a new gathering starts with: shared with nobody, in the zone of its organization. */
export function newValues({ time_zone }: { time_zone: string }): FormValues {
  return { audience: "owner", time_zone };
}

/** A stored gathering as its form shows it, times the way the reader's language writes them. */
export function storedValues(
  stored: StoredGathering,
  locale: Locale,
  languageName: (tag: string) => string,
): FormValues {
  const endsOn = stored.ends_local.slice(0, 10);
  const startsOn = stored.starts_local.slice(0, 10);
  return {
    ...prefixed("title", stored.title),
    ...prefixed("description", stored.description),
    kind: stored.kind,
    starts_on: startsOn,
    starts: formatTime(stored.starts_local, locale),
    starts_fold: stored.starts_fold?.toString(),
    ends: formatTime(stored.ends_local, locale),
    ends_on: endsOn === startsOn ? undefined : endsOn,
    ends_fold: stored.ends_fold?.toString(),
    time_zone: stored.time_zone,
    area: stored.area ?? undefined,
    languages: stored.languages.filter(isCommonLanguage),
    other_languages: stored.languages
      .filter((tag) => !isCommonLanguage(tag))
      .map(languageName)
      .join(", "),
    audience: stored.audience,
    coalition_id: stored.coalition_id ?? undefined,
    recipients: stored.recipients,
  };
}

/**
 * The version a form sends: the one its writer has seen. That is the stored one only once they were told that somebody
 * else changed it.
 */
export function versionSeen(reply: FormReply | undefined, stored: { version: number }): string {
  const told = reply === undefined || reply.refusal?.key === "changed_meanwhile";
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

function prefixed(name: string, texts: Record<string, string> | null): FormValues {
  return Object.fromEntries(Object.entries(texts ?? {}).map(([tag, text]) => [`${name}.${tag}`, text]));
}
