/** What one text says in each language it is there in. */
export type Texts = Record<string, string>;

export type ExchangedPhone = { number: string; extension: string; label: Texts };
/** Weekdays from 1 for Monday; minutes of the day, past 1440 on the day after. 0 to 1440 is open around the clock. */
export type ExchangedHours = { weekdays: number[]; opens_minute: number; closes_minute: number };
export type ExchangedTranslation = { by_machine: boolean; reviewed: boolean; stale: boolean };

export type ExchangedProvider = {
  hsds_id: string;
  name: Texts;
  aliases: string[];
  description: Texts;
  website: string;
};

export type ExchangedPlace = {
  /** Of the service at this place; the place itself may be another service's too. */
  hsds_id: string;
  location_hsds_id: string;
  name: string;
  address_1: string;
  address_2: string;
  city: string;
  region: string;
  postal_code: string;
  country: string;
  latitude: number | null;
  longitude: number | null;
  accessibility: string[];
  directions: Texts;
};

/**
 * A service as it is exchanged, whole: what an export writes, what an import reads, and what a service kept here is compared
 * with. The keys are the fields that an import tells apart. What was told in confidence, notes and audiences have no key.
 */
export type ServiceContent = {
  state: "draft" | "active" | "paused" | "closed";
  source_language: string;
  name: Texts;
  description: Texts;
  eligibility: Texts;
  required_documents: Texts;
  cost: "unknown" | "free" | "sliding" | "paid";
  cost_note: Texts;
  website: string;
  email: string;
  area_served: string[];
  terms: string[];
  staff_languages: string[];
  interpreter_languages: string[];
  document_languages: string[];
  time_zone: string;
  phones: ExchangedPhone[];
  schedules: ExchangedHours[];
  closures: { closed_on: string; note: Texts }[];
  credential: "none" | "attorney" | "doj_accredited" | null;
  credential_url: string;
  credential_checked_on: string | null;
  information_as_of: string | null;
  jurisdiction: string;
  reviewed_by: string;
  /** How the texts in other languages than the source came about. */
  translations: Record<string, ExchangedTranslation>;
  provider: ExchangedProvider;
  places: ExchangedPlace[];
};

/** A service that is on its way out. */
export type ExportedService = ServiceContent & {
  hsds_id: string;
  /** When what is public of it was last changed, and when somebody last made sure of it. */
  last_modified?: string | null;
  assured_on?: string | null;
};

/** What a file says of a service: a table speaks of the fields that it has columns for, and of no others. */
export type SaidContent = Partial<Omit<ServiceContent, "provider">> & { provider?: Partial<ExchangedProvider> };
