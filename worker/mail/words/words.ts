import type { OpenedMessage } from "../opened";

/** What a language says in mail. A test keeps it beside the languages of the pages. */
export type Words = {
  lang: string;
  demonstration: string;
  cancelled: string;
  draft: string;
  role: (role: NonNullable<OpenedMessage["role"]>) => string;
  /** When something is on the reader's own clock. */
  yourTime: (when: string) => string;
  invitation: (terms: { organization: string; short: string; invitedBy?: string; role: string; until: string }) => Said;
  signInLink: Said;
  passwordReset: Said;
  passwordChanged: Said;
  addressCurrent: (terms: { newAddress: string }) => Said;
  addressNew: Said;
  addressChanged: Said;
  reminder: (day: "today" | "tomorrow" | "later") => Said & Optional;
  digest: (terms: { short: string }) => Said & Optional & DigestWords;
  hosting: (terms: HostingTerms) => Said;
  hostingAnswered: (terms: HostingTerms) => Said;
  servicesDue: (terms: { short: string; due: number }) => Said & Optional & DueWords;
  suggestionAnswered: (terms: { accepted: boolean; name?: string }) => Said;
  itemsDue: (terms: { count: number }) => Said & Optional & ItemWords;
  settings: string;
  signup: {
    confirmed: Record<"coming" | "waiting", SignupWords>;
    promoted: SignupWords;
    cancelled: SignupWords;
    changed: SignupWords;
    of: (organization: string, seats: number) => string;
    button: string;
    secret: string;
    deleted: (day: string) => string;
  };
};

export type SignupWords = { subject: string; text: string };
type HostingTerms = {
  owner: string;
  host: string;
  part: "co_host" | "promoter";
  mayEdit: boolean;
  accepted: boolean;
  occurrences: number;
};

export type Said = {
  subject: string;
  before: string[];
  button: string;
  after: string[];
};

type DueWords = {
  believed: (day: string) => string;
  neverVerified: string;
  stillTrue: (name: string) => string;
  suggestions: (count: number) => string;
};

type ItemWords = {
  states: Record<"asked" | "askedLate" | "late" | "soon" | "sign" | "signLate", string>;
  due: (when: string) => string;
  part: (terms: { organization: string; lead: string }) => string;
  signature: (terms: { organization: string; lead: string }) => string;
  /** Where nothing but letters waits. */
  lettersButton: string;
};

type Optional = { why: string; unsubscribe: string };

type DigestWords = {
  thisWeek: string;
  newFromPartners: string;
  waitsForYou: string;
  drafts: string;
  hostings: (count: number) => string;
  hostingsLink: string;
  invitations: (count: number) => string;
  members: string;
};
