import { useTranslations } from "use-intl";
import { useLanguageName } from "~/i18n/use-language-name";

/** What each field of a service is called, for the links of the error summary. */
export function useServiceLabels(languages: string[]): Record<string, string> {
  const t = useTranslations("posting");
  const shown = useTranslations("resources");
  const audience = useTranslations("audience");
  const languageName = useLanguageName();
  const labels: Record<string, string> = {
    name: t("names"),
    phones: t("phones"),
    languages: t("languages"),
    other_languages: t("otherLanguages"),
    audience: audience("label"),
    recipients: audience("organizationsLegend"),
    coalition_id: t("coalition"),
    terms: t("needs"),
    "provider.aliases": t("aliases"),
    "provider.website": shown("website"),
    interpreter_languages: t("interpreters"),
    document_languages: t("documentLanguages"),
    hours: t("hoursLabel"),
    closures: t("closures"),
    time_zone: t("zone"),
    cost: shown("costLabel"),
    area_served: shown("area"),
    website: shown("website"),
    email: shown("email"),
    credential: shown("credentialLabel"),
    credential_url: t("roster"),
    credential_checked_on: t("rosterChecked"),
    information_as_of: t("asOf"),
    jurisdiction: shown("jurisdiction"),
    reviewed_by: shown("reviewedBy"),
    "place.name": t("placeName"),
    "place.address_1": t("address"),
    "place.address_2": t("address2"),
    "place.city": t("city"),
    "place.region": t("region"),
    "place.postal_code": t("postalCode"),
    "place.coordinates": t("coordinates"),
    "place.audience": t("placeWho"),
    "place.recipients": audience("organizationsLegend"),
    "place.publish": t("publishLegend"),
    "assurance.told_on": t("toldOn"),
    "assurance.audience": t("assuranceWho"),
    "assurance.recipients": audience("organizationsLegend"),
    notes: t("notes"),
    state: t("state"),
  };
  for (const tag of languages) {
    const language = languageName(tag);
    labels[`name.${tag}`] = t("nameIn", { language });
    labels[`description.${tag}`] = t("descriptionIn", { language });
    labels[`provider.name.${tag}`] = t("providerIn", { language });
    labels[`cost_note.${tag}`] = t("costNoteIn", { language });
    labels[`eligibility.${tag}`] = t("eligibilityIn", { language });
    labels[`required_documents.${tag}`] = t("documentsIn", { language });
    labels[`place.directions.${tag}`] = t("directionsIn", { language });
    labels[`assurance.note.${tag}`] = t("assuranceNoteIn", { language });
    labels[`translations.${tag}`] = t("translationOf", { language });
  }
  return labels;
}
