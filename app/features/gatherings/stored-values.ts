import { nameLanguage } from "~/i18n/name-language";
import { isCommonLanguage } from "~/i18n/spoken-languages";
import type { Locale } from "~/i18n/translation";
import { readTypedLanguages } from "~/i18n/typed-languages";
import type { FormValues } from "~/platform/form-values";
import { formatTime } from "~/platform/time";
import type { Pattern } from "./card";

/**
 * A stored gathering, or what is kept of one, as its form shows it, times and languages the way the reader's
 * language writes them.
 */
export function storedValues(stored: Pattern, locale: Locale, names: Record<string, string>): FormValues {
  const { languages = [] } = stored;
  return {
    ...prefixed("title", stored.title),
    ...prefixed("description", stored.description),
    kind: stored.kind,
    ...storedTime(stored, locale),
    time_zone: stored.time_zone,
    area: stored.area ?? undefined,
    languages: languages.filter(isCommonLanguage),
    other_languages: languages
      .filter((tag) => !isCommonLanguage(tag))
      .map((tag) => nameReadBack(tag, names))
      .join(", "),
    audience: stored.audience ?? "owner",
    coalition_id: stored.coalition_id ?? undefined,
    recipients: stored.recipients,
    indexable: stored.indexable ? "true" : undefined,
    tells_taken: stored.tells_taken ? "true" : undefined,
    ...detailValues(stored.detail),
    notes: stored.notes ?? undefined,
  };
}

/** What a co-host's form holds of them: who can see it, and all that is noted, stays out. */
export function hostValues(values: FormValues): FormValues {
  const owners = /^(detail\.)?(audience|coalition_id|recipients|publish)$|^(indexable|tells_taken|notes)$/;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !owners.test(name)));
}

/** When a stored gathering is, as a form shows it; a pattern may leave it open. */
export function storedTime(stored: Pattern, locale: Locale): FormValues {
  const { starts_local, ends_local } = stored;
  const startsOn = starts_local?.slice(0, 10);
  const endsOn = ends_local?.slice(0, 10);
  return {
    starts_on: startsOn,
    starts: starts_local && formatTime(starts_local, locale),
    starts_fold: stored.starts_fold?.toString(),
    ends: ends_local && formatTime(ends_local, locale),
    ends_on: endsOn === startsOn ? undefined : endsOn,
    ends_fold: stored.ends_fold?.toString(),
  };
}

function detailValues(detail: Pattern["detail"]): FormValues {
  if (!detail) return { "detail.audience": "owner" };
  return {
    "detail.address": detail.address,
    "detail.online_url": detail.online_url,
    "detail.contact": detail.contact,
    ...prefixed("detail.instructions", detail.instructions),
    "detail.accessibility": detail.accessibility,
    "detail.audience": detail.audience,
    "detail.coalition_id": detail.coalition_id ?? undefined,
    "detail.recipients": detail.recipients,
  };
}

/** Its name, if that is understood as this very language again. */
function nameReadBack(tag: string, names: Record<string, string>): string {
  const name = nameLanguage(tag, names);
  return readTypedLanguages(name).languages[0] === tag ? name : tag;
}

function prefixed(name: string, texts: Record<string, string> | null | undefined): FormValues {
  return Object.fromEntries(Object.entries(texts ?? {}).map(([tag, text]) => [`${name}.${tag}`, text]));
}
