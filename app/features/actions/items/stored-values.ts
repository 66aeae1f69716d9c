import type { Locale } from "~/i18n/translation";
import type { FormValues } from "~/platform/form-values";
import { formatTime } from "~/platform/time";
import type { StoredItem } from "./facts";
import { stepLines } from "./typed-steps";

/** A stored item as its form shows it. */
export function storedItemValues(stored: StoredItem, locale: Locale): FormValues {
  const tags = [...new Set(stored.steps.flatMap(({ label }) => Object.keys(label)))];
  return {
    ...prefixed("title", stored.title),
    ...prefixed("description", stored.description),
    ...prefixed("steps", Object.fromEntries(tags.map((tag) => [tag, stepLines(stored.steps, tag)]))),
    due_on: stored.due_local.slice(0, 10),
    due: formatTime(stored.due_local, locale),
    due_fold: stored.due_fold?.toString(),
    time_zone: stored.time_zone,
    audience: stored.audience,
    campaign_id: stored.campaign?.id,
    about_registration: stored.about_registration ? "true" : undefined,
  };
}

function prefixed(name: string, texts: Record<string, string>): FormValues {
  return Object.fromEntries(Object.entries(texts).map(([tag, text]) => [`${name}.${tag}`, text]));
}
