import type { ExchangedHours, ExchangedPhone, ExchangedPlace, ExchangedProvider, ExportedService } from "../content";
import { attributeWriter, sorted } from "./attributes.server";
import { derivedId } from "./derived-id.server";
import {
  accessibilityWords,
  type HsdsAttribute,
  type HsdsLocation,
  type HsdsOrganization,
  type HsdsPhone,
  type HsdsSchedule,
  type HsdsService,
  type HsdsServiceAtLocation,
  type HsdsTerm,
  languageNotes,
  legalFacts,
  statusOf,
  weekdayCodes,
} from "./hsds";

/** A service in HSDS 3.1, field by field: what is not named here does not leave. */
export function writeService(content: ExportedService, termOf: (id: string) => HsdsTerm | undefined): HsdsService {
  const { hsds_id: id, source_language: language } = content;
  const writer = attributeWriter(id, "service");
  const [name, description, eligibility, documents, fees] = (
    ["name", "description", "eligibility", "required_documents", "cost_note"] as const
  ).map((field) => writer.text(field, content[field], language));
  addFacts(writer.add, content);
  return {
    id,
    organization_id: content.provider.hsds_id,
    name: name ?? "",
    ...present({ description, url: content.website, email: content.email }),
    status: statusOf[content.state],
    ...present({
      fees_description: fees,
      eligibility_description: eligibility,
      assured_date: content.assured_on,
      last_modified: content.last_modified,
    }),
    organization: writeOrganization(content.provider, language),
    phones: content.phones.map((phone, at) => writePhone(id, phone, at, language)),
    schedules: content.schedules.map((hours, at) => writeSchedule(id, hours, at, content.time_zone)),
    service_areas: content.area_served.map((area) => ({
      id: derivedId(id, "service_area", area),
      service_id: id,
      name: area,
    })),
    service_at_locations: content.places.map((place) => writePlace(id, place, language)),
    languages: writeLanguages(id, content),
    required_documents: documents
      ? [{ id: derivedId(id, "required_document"), service_id: id, document: documents }]
      : [],
    attributes: [...writer.attributes, ...content.terms.flatMap((term) => writeTerm(id, termOf(term)))],
  };
}

/** Only what is there: HSDS has no empty links, and no fields that say nothing. */
function present<Fields extends Record<string, string | number | null | undefined>>(fields: Fields) {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return Object.fromEntries(said) as { [Key in keyof Fields]?: NonNullable<Fields[Key]> };
}

function addFacts(add: (label: string, value: string) => void, content: ExportedService): void {
  add("source_language", content.source_language);
  add("time_zone", content.time_zone);
  if (content.cost !== "unknown") add("cost", content.cost);
  for (const fact of legalFacts) add(fact, content[fact] ?? "");
  for (const { closed_on, note } of content.closures) {
    add("closed_on", closed_on);
    for (const [language, text] of sorted(note)) add(`closed_on/${closed_on}:${language}`, text);
  }
  for (const [language, { by_machine, reviewed, stale }] of sorted(content.translations)) {
    const state = [by_machine ? "machine" : "person", reviewed ? "reviewed" : "", stale ? "stale" : ""];
    add(`translation:${language}`, state.filter(Boolean).join(" "));
  }
}

export function writeOrganization(provider: ExchangedProvider, language: string): HsdsOrganization {
  const { hsds_id: id, aliases } = provider;
  const writer = attributeWriter(id, "organization");
  const name = writer.text("name", provider.name, language) ?? "";
  const description = writer.text("description", provider.description, language) ?? "";
  for (const alias of aliases.slice(1)) writer.add("alternate_name", alias);
  return {
    id,
    name,
    ...present({ alternate_name: aliases[0] }),
    description,
    ...present({ website: provider.website }),
    attributes: writer.attributes,
  };
}

/** HSDS counts an extension as a number; what begins with a zero says so beside it. */
function writePhone(
  service: string,
  { number, extension, label }: ExchangedPhone,
  at: number,
  language: string,
): HsdsPhone {
  const id = derivedId(service, "phone", at);
  const writer = attributeWriter(id, "phone");
  const description = writer.text("description", label, language);
  if (extension !== "" && String(Number(extension)) !== extension) writer.add("extension", extension);
  return {
    id,
    service_id: service,
    number,
    ...(extension === "" ? {} : { extension: Number(extension) }),
    ...present({ description }),
    attributes: writer.attributes,
  };
}

/**
 * HSDS has a UTC offset where a zone belongs, and offsets change twice a year: hours are given as the clock shows them, with
 * the zone's name beside them. Around the clock is 00:00 to 23:59, as its guidance says, and marked as what it is.
 */
function writeSchedule(service: string, hours: ExchangedHours, at: number, zone: string): HsdsSchedule {
  const { weekdays, opens_minute, closes_minute } = hours;
  const id = derivedId(service, "schedule", at);
  const writer = attributeWriter(id, "schedule");
  const isWholeDay = opens_minute === 0 && closes_minute === 1440;
  writer.add("time_zone", zone);
  if (isWholeDay) writer.add("open_24_hours", "true");
  else if (closes_minute >= 1440) writer.add("closes_next_day", "true");
  return {
    id,
    service_id: service,
    freq: "WEEKLY",
    byday: weekdays.map((weekday) => weekdayCodes[weekday - 1] ?? "").join(","),
    opens_at: clock(opens_minute),
    closes_at: isWholeDay ? "23:59" : clock(closes_minute % 1440),
    attributes: writer.attributes,
  };
}

const two = (number: number) => String(number).padStart(2, "0");
const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

function writeLanguages(service: string, content: ExportedService) {
  return (Object.keys(languageNotes) as (keyof typeof languageNotes)[]).flatMap((fact) =>
    content[fact].map((code) => ({
      id: derivedId(service, "language", fact, code),
      service_id: service,
      code,
      note: languageNotes[fact],
    })),
  );
}

function writeTerm(service: string, term: HsdsTerm | undefined): HsdsAttribute[] {
  if (!term) return [];
  const id = derivedId(service, "term", term.id);
  return [{ id, link_id: service, link_entity: "service", taxonomy_term_id: term.id, taxonomy_term: term }];
}

export function writePlace(service: string, place: ExchangedPlace, language: string): HsdsServiceAtLocation {
  return {
    id: place.hsds_id,
    service_id: service,
    location_id: place.location_hsds_id,
    location: writeLocation(place, language),
  };
}

function writeLocation(place: ExchangedPlace, language: string): HsdsLocation {
  const id = place.location_hsds_id;
  const writer = attributeWriter(id, "location");
  const transportation = writer.text("transportation", place.directions, language);
  const { address_1, address_2, city, region, postal_code, country, latitude, longitude } = place;
  return {
    id,
    location_type: "physical",
    ...present({ name: place.name, transportation, latitude, longitude }),
    addresses: [
      {
        id: derivedId(id, "address"),
        location_id: id,
        address_1,
        ...present({ address_2 }),
        city,
        state_province: region,
        postal_code,
        country,
        address_type: "physical",
      },
    ],
    accessibility: place.accessibility.map((feature) => ({
      id: derivedId(id, "accessibility", feature),
      location_id: id,
      description: accessibilityWords[feature] ?? feature,
    })),
    attributes: writer.attributes,
  };
}
