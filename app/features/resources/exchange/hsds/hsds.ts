/** The parts of HSDS 3.1 that we write. What has no place here does not leave. */
export type HsdsAttribute = {
  id: string;
  link_id: string;
  link_entity: string;
  label?: string;
  value?: string;
  taxonomy_term_id?: string;
  taxonomy_term?: HsdsTerm;
};

export type HsdsTaxonomy = { id: string; name: string; description: string; uri: string; version: string };

export type HsdsTerm = {
  id: string;
  code: string;
  name: string;
  description: string;
  parent_id?: string;
  taxonomy: string;
  taxonomy_id: string;
  taxonomy_detail?: HsdsTaxonomy;
  language: string;
};

export type HsdsOrganization = {
  id: string;
  name: string;
  alternate_name?: string;
  description: string;
  website?: string;
  attributes: HsdsAttribute[];
};

export type HsdsPhone = {
  id: string;
  service_id: string;
  number: string;
  extension?: number;
  description?: string;
  attributes: HsdsAttribute[];
};

export type HsdsSchedule = {
  id: string;
  service_id: string;
  freq: "WEEKLY";
  byday: string;
  opens_at: string;
  closes_at: string;
  attributes: HsdsAttribute[];
};

export type HsdsLocation = {
  id: string;
  location_type: "physical";
  name?: string;
  transportation?: string;
  latitude?: number;
  longitude?: number;
  addresses: {
    id: string;
    location_id: string;
    address_1: string;
    address_2?: string;
    city: string;
    state_province: string;
    postal_code: string;
    country: string;
    address_type: "physical";
  }[];
  accessibility: { id: string; location_id: string; description: string }[];
  attributes: HsdsAttribute[];
};

export type HsdsServiceAtLocation = { id: string; service_id: string; location_id: string; location: HsdsLocation };

export type HsdsService = {
  id: string;
  organization_id: string;
  name: string;
  description?: string;
  url?: string;
  email?: string;
  status: "active" | "inactive" | "defunct" | "temporarily closed";
  fees_description?: string;
  eligibility_description?: string;
  assured_date?: string;
  last_modified?: string;
  organization: HsdsOrganization;
  phones: HsdsPhone[];
  schedules: HsdsSchedule[];
  service_areas: { id: string; service_id: string; name: string }[];
  service_at_locations: HsdsServiceAtLocation[];
  languages: { id: string; service_id: string; code: string; note: string }[];
  required_documents: { id: string; service_id: string; document: string }[];
  attributes: HsdsAttribute[];
};

export type HsdsPage<Item> = {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: Item[];
};

/** The languages of a service are three facts; HSDS has one list with a note. */
export const languageNotes = {
  staff_languages: "staff",
  interpreter_languages: "interpreter",
  document_languages: "documents",
} as const;

export const statusOf = {
  draft: "inactive",
  active: "active",
  paused: "temporarily closed",
  closed: "defunct",
} as const;

export const weekdayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** HSDS describes in words what we choose from a list. */
export const accessibilityWords: Record<string, string> = {
  step_free: "Step-free entrance",
  accessible_restroom: "Accessible restroom",
  accessible_parking: "Accessible parking",
  near_transit: "Near public transportation",
  hearing_loop: "Hearing loop",
  quiet_room: "Quiet room",
  child_space: "Space for children",
  scent_free: "Scent-free",
};

/** What is said of legal help and of legal information, each an attribute of its own. */
export const legalFacts = [
  ...(["credential", "credential_url", "credential_checked_on"] as const),
  ...(["information_as_of", "jurisdiction", "reviewed_by"] as const),
] as const;
