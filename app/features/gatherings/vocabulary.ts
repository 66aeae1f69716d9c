/** The words of a gathering that the browser, the server and the database share. */

export const kinds = [
  "clinic",
  "workshop",
  "know_your_rights",
  "registration_drive",
  "meeting",
  "vigil_or_march",
  "training",
  "other",
] as const;

export const audiences = ["owner", "named", "coalition", "everyone"] as const;

/** What may be known of a venue. */
export const accessibilityFacts = [
  "step_free",
  "accessible_restroom",
  "accessible_parking",
  "near_transit",
  "hearing_loop",
  "quiet_room",
  "child_space",
  "scent_free",
] as const;

export const states = ["draft", "scheduled", "cancelled"] as const;
export type State = (typeof states)[number];

/** How long a text may be, in characters, once line breaks are counted as one. */
export const limits = {
  title: 120,
  description: 4000,
  area: 120,
  address: 300,
  onlineUrl: 500,
  contact: 200,
  instructions: 2000,
  notes: 4000,
  reason: 500,
  languages: 20,
  otherLanguages: 200,
} as const;

/** What an organization does at another's gathering: it holds it too, or it spreads the word. */
export const parts = ["co_host", "promoter"] as const;

export const hostingStates = ["invited", "accepted", "declined"] as const;
