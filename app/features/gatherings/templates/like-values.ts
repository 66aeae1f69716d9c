import type { Locale } from "~/i18n/translation";
import { addDays, daysBetween } from "~/platform/days";
import type { FormValues } from "~/platform/form-values";
import { uuidParam } from "~/platform/params";
import type { Pattern } from "../card";
import { newValues } from "../form-values";
import { storedValues } from "../stored-values";

/** What a new gathering is asked to be like: another gathering, or a template; by their ids in the address. */
export function readLike(search: URLSearchParams): { gathering?: string; template?: string } {
  const gathering = search.get("like");
  const template = search.get("template");
  if (gathering) return { gathering: uuidParam(gathering) };
  return template ? { template: uuidParam(template) } : {};
}

type Reading = {
  /** The day it is proposed for; without one the form asks. */
  on: string | undefined;
  organization: { time_zone: string };
  locale: Locale;
  names: Record<string, string>;
};

/**
 * What the form starts with when the new gathering should be like another: all of its layers, on another day.
 * Whether search engines may keep it is decided for each gathering.
 */
export function likeValues(like: Pattern, { on, organization, locale, names }: Reading): FormValues {
  const values = storedValues({ ...like, starts_fold: null, ends_fold: null }, locale, names);
  const days = like.starts_local && like.ends_local ? daysBetween(dayIn(like.starts_local), dayIn(like.ends_local)) : 0;
  return {
    ...values,
    time_zone: like.time_zone ?? newValues(organization).time_zone,
    indexable: undefined,
    starts_on: on,
    ends_on: on && days > 0 ? addDays(on, days) : undefined,
  };
}

function dayIn(local: string): string {
  return local.slice(0, 10);
}
