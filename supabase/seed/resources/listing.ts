/** Help that the demonstration lists. Its days count back from the day the demonstration starts on. */
export type DemonstrationService = {
  audience: Audience;
  recipients?: string[];
  state?: "draft" | "paused";
  /** Who gives it; nobody where its owner does. */
  provider?: { name: Texts; aliases?: string[]; description?: Texts; website?: string };
  source: string;
  name: Texts;
  description: Texts;
  eligibility?: Texts;
  documents?: Texts;
  cost: "unknown" | "free" | "sliding" | "paid";
  costNote?: Texts;
  website?: string;
  area: string[];
  terms: string[];
  staff: string[];
  interpreters?: string[];
  papers?: string[];
  phones: { number: string; extension?: string; label?: Texts }[];
  hours: Hours[];
  /** Closed on the holidays of the country. */
  holidays?: true;
  legal?: {
    credential: "none" | "attorney" | "doj_accredited";
    roster?: string;
    checked?: number;
    asOf?: number;
    jurisdiction?: string;
    reviewedBy?: string;
  };
  /** How many days ago somebody made sure, how, and for how many days that is believed. */
  verified?: { daysAgo: number; how: "phone" | "visit" | "website" | "provider" | "owner"; by?: string; days: number };
  place?: {
    audience: Audience;
    recipients?: string[];
    name: string;
    address_1: string;
    address_2?: string;
    city: string;
    region: string;
    postal_code: string;
    at: [latitude: number, longitude: number];
    accessibility?: string[];
    directions?: Texts;
  };
  /** What it told, on a day, about papers. */
  assurance?: { daysAgo: number; note?: Texts };
  notes?: string;
  /** How a text in another language came about, where that needs saying. */
  translation?: { language: string; by_machine?: true; stale?: true };
};

export type Audience = "owner" | "named" | "coalition" | "everyone";
export type Hours = { days: number[]; from: string; to: string };
type Texts = Record<string, string>;

export const weekdays = [1, 2, 3, 4, 5];
export const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Where anybody sees who may give legal help. */
export const rosters = {
  accredited: "https://www.justice.gov/eoir/recognition-accreditation-roster-reports",
  california: "https://apps.calbar.ca.gov/attorney/LicenseeSearch/QuickSearch",
  illinois: "https://www.iardc.org/Lawyer/Search",
};
