import { nameLanguage } from "~/i18n/name-language";
import { isCommonLanguage } from "~/i18n/spoken-languages";
import type { FormValues } from "~/platform/form-values";
import { typedHours } from "../hours";
import { formatPhone } from "../phone-in-words";
import type { StoredService } from "../service";

type Reading = { locale: string; names: Record<string, string> };

/** What the form of a new service starts with: seen by nobody else, in the zone of its organization. */
export function newServiceValues({ time_zone }: { time_zone: string }): FormValues {
  return { audience: "owner", "place.audience": "owner", time_zone, cost: "unknown", state: "active" };
}

/** A stored service as its form shows it, hours and languages the way the reader's language writes them. */
export function storedServiceValues(stored: StoredService, { locale, names }: Reading): FormValues {
  const named = (tags: string[]) => tags.map((tag) => nameLanguage(tag, names)).join(", ");
  return {
    ...prefixed("name", stored.name),
    ...prefixed("description", stored.description),
    phones: stored.phones.map((phone) => withLabel(formatPhone(phone), phone.label, locale)).join("\n"),
    languages: stored.staff_languages.filter(isCommonLanguage),
    other_languages: named(stored.staff_languages.filter((tag) => !isCommonLanguage(tag))),
    audience: stored.audience,
    coalition_id: stored.coalition_id ?? undefined,
    recipients: stored.recipients.map(({ id }) => id),
    state: stored.state,
    terms: stored.terms,
    ...(stored.provider
      ? {
          ...prefixed("provider.name", stored.provider.name),
          "provider.aliases": stored.provider.aliases.join("\n"),
          "provider.website": stored.provider.website,
        }
      : {}),
    interpreter_languages: named(stored.interpreter_languages),
    document_languages: named(stored.document_languages),
    hours: typedHours(stored.schedules, locale),
    closures: stored.closures.map(({ closed_on, note }) => `${closed_on} ${textIn(note, locale)}`.trim()).join("\n"),
    time_zone: stored.time_zone,
    cost: stored.cost,
    ...prefixed("cost_note", stored.cost_note),
    ...prefixed("eligibility", stored.eligibility),
    ...prefixed("required_documents", stored.required_documents),
    area_served: stored.area_served.join("\n"),
    website: stored.website,
    email: stored.email,
    ...translationValues(stored),
    credential: stored.credential ?? undefined,
    credential_url: stored.credential_url,
    credential_checked_on: stored.credential_checked_on ?? undefined,
    information_as_of: stored.information_as_of ?? undefined,
    jurisdiction: stored.jurisdiction,
    reviewed_by: stored.reviewed_by,
    ...placeValues(stored.place),
    ...assuranceValues(stored.assurance),
    notes: stored.notes ?? undefined,
  };
}

function placeValues(place: StoredService["place"]): FormValues {
  const [first, ...others] = place?.locations ?? [];
  if (!place || !first) return { "place.audience": "owner" };
  const { latitude, longitude } = first;
  return {
    "place.id": first.id,
    "place.kept": others.map(({ id }) => id),
    "place.name": first.name,
    "place.address_1": first.address_1,
    "place.address_2": first.address_2,
    "place.city": first.city,
    "place.region": first.region,
    "place.postal_code": first.postal_code,
    "place.coordinates": latitude === null || longitude === null ? undefined : `${latitude}, ${longitude}`,
    "place.accessibility": first.accessibility,
    ...prefixed("place.directions", first.directions),
    "place.audience": place.audience,
    "place.coalition_id": place.coalition_id ?? undefined,
    "place.recipients": place.recipients.map(({ id }) => id),
  };
}

function assuranceValues(assurance: StoredService["assurance"]): FormValues {
  if (!assurance) return {};
  return {
    "assurance.told_on": assurance.told_on,
    ...prefixed("assurance.note", assurance.note),
    "assurance.audience": assurance.audience,
    "assurance.coalition_id": assurance.coalition_id ?? undefined,
    "assurance.recipients": assurance.recipients.map(({ id }) => id),
  };
}

function translationValues({ translations }: StoredService): FormValues {
  return Object.fromEntries(
    Object.entries(translations).map(([tag, { by_machine, reviewed_at }]) => [
      `translations.${tag}`,
      by_machine ? (reviewed_at ? "reviewed" : "machine") : "person",
    ]),
  );
}

function prefixed(name: string, texts: Record<string, string>): FormValues {
  return Object.fromEntries(Object.entries(texts).map(([tag, text]) => [`${name}.${tag}`, text]));
}

function withLabel(number: string, label: Record<string, string>, locale: string): string {
  const said = textIn(label, locale);
  return said ? `${number}: ${said}` : number;
}

function textIn(texts: Record<string, string>, locale: string): string {
  return texts[locale] ?? Object.values(texts)[0] ?? "";
}
