import type { Reason } from "./findings";

const fields = [
  ...[
    "name",
    "description",
    "eligibility",
    "required_documents",
    "cost",
    "cost_note",
    "website",
    "email",
    "area_served",
  ],
  ...["terms", "staff_languages", "interpreter_languages", "document_languages", "time_zone", "phones", "schedules"],
  ...["closures", "credential", "credential_url", "credential_checked_on", "information_as_of", "jurisdiction"],
  ...["reviewed_by", "translations", "provider", "places", "state", "source_language", "id"],
] as const;
type FieldWord =
  | ("name" | "description" | "eligibility" | "required_documents" | "cost" | "cost_note" | "website" | "email")
  | ("area_served" | "terms" | "staff_languages" | "interpreter_languages" | "document_languages" | "time_zone")
  | ("phones" | "schedules" | "closures" | "credential" | "credential_url" | "credential_checked_on")
  | ("information_as_of" | "jurisdiction" | "reviewed_by" | "translations" | "provider" | "places" | "state")
  | ("source_language" | "id" | "other");

/** Columns and HSDS fields that have another name on the screen. */
const otherNames: Record<string, FieldWord> = {
  ...({ phone: "phones", hours: "schedules", url: "website", status: "state", organization: "provider" } as const),
  ...({
    service_areas: "area_served",
    languages: "staff_languages",
    attributes: "terms",
    closed_on: "closures",
  } as const),
  ...({ address_1: "places", address_2: "places", city: "places", region: "places", postal_code: "places" } as const),
  ...({ location: "places", service_at_locations: "places", directions: "places", accessibility: "places" } as const),
};

/** The name of a field on the screen; one that has none is shown as it is written in the file. */
export function fieldWord(name: string): FieldWord {
  return (fields as readonly string[]).includes(name) ? (name as FieldWord) : (otherNames[name] ?? "other");
}

const reasons: readonly Reason[] = [
  ...(["name_missing", "too_long", "too_many", "link_not_web", "email_not_valid", "phone_not_valid"] as const),
  ...(["language_unknown", "zone_unknown", "hours_not_understood", "date_not_valid", "term_unknown"] as const),
  ...(["word_unknown", "state_unknown", "id_not_valid", "same_as_row", "formula_error", "not_an_object"] as const),
  ...(["not_text", "place_without_address", "merged_cells"] as const),
];

export function reasonWord(key: string): Reason {
  return reasons.find((reason) => reason === key) ?? "not_text";
}

const values = [
  ...(["free", "sliding", "paid", "unknown", "active", "paused", "closed", "draft"] as const),
  ...(["none", "attorney", "doj_accredited"] as const),
];

/** A word that is chosen from a list, if it is one. */
export function valueWord(said: string): (typeof values)[number] | undefined {
  return values.find((value) => value === said);
}
