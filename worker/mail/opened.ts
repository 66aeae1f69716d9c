import type { LocalizedText } from "../../app/i18n/pick-text";
import type { When } from "../../app/platform/time";

export type MessageKind =
  | "invitation"
  | "sign_in_link"
  | "password_reset"
  | "password_changed"
  | "address_current"
  | "address_new"
  | "address_changed"
  | "reminder"
  | "digest"
  | "signup_confirmed"
  | "signup_promoted"
  | "signup_gathering_changed"
  | "hosting"
  | "hosting_answered"
  | "services_due"
  | "suggestion_answered"
  | "items_due";

/** What private.open_message says of a message that is to be sent. */
export type OpenedMessage = {
  id: string;
  kind: MessageKind;
  organization_id: string | null;
  about: string | null;
  reader: string | null;
  language: string | null;
  time_zone: string;
  to: string;
  organization: Organization | null;
  /** Opens the link in the message. */
  token?: string;
  /** Of an invitation. */
  role?: "viewer" | "member" | "editor" | "admin";
  expires_at?: string;
  invited_by?: string | null;
  /** Of a change of address. */
  new_email?: string;
  /** Of somebody who signed up for a gathering; its card only where everyone may see it. */
  signup?: {
    seats: number;
    state: "coming" | "waiting";
    delete_at: string;
    gathering_state: string;
    line: MailLine | null;
    reason: string | null;
  };
  /** Of an invitation to hold a gathering, and of its answer. */
  gathering?: MailLine;
  part?: "co_host" | "promoter";
  may_edit?: boolean;
  state?: "invited" | "accepted" | "declined";
  host?: Pick<Organization, "slug" | "display_name" | "short_name" | "korean_name">;
  occurrences?: number;
  /** Of what an organization lists and somebody should make sure of; each with the token of its one press. */
  due?: DueService[];
  suggestions?: number;
  /** Of an answered suggestion; the service only where its reader may know its name. */
  suggestion?: { field: string; state: "accepted" | "declined"; service: { id: string; name: LocalizedText } | null };
};

export type DueService = { id: string; name: LocalizedText; verify_by: string | null; token: string };

export type Organization = {
  slug: string;
  display_name: string;
  short_name: string;
  korean_name: string | null;
  time_zone: string;
  languages: string[];
};

/** A gathering's card, as mail shows it. */
export type MailLine = When & {
  id: string;
  title: LocalizedText;
  kind: string;
  area: string | null;
  state: string;
  organization: Pick<Organization, "display_name" | "short_name" | "korean_name">;
};

export type Digest = {
  this_week: MailLine[];
  new_from_partners: MailLine[];
  waits_for_you: { drafts: MailLine[]; hostings: number; invitations: number };
};

type Named = Pick<Organization, "slug" | "display_name" | "short_name" | "korean_name">;

/** A part of something to be done together that its reader is to see to. */
export type DueItem = {
  id: string;
  title: LocalizedText;
  due_local: string;
  due_at: string;
  time_zone: string;
  state: "asked" | "late" | "soon";
  late: boolean;
  about_registration: boolean;
  /** Whose part it is, and who leads it. */
  organization: Named;
  lead: Named;
};

/** A letter for which a colleague of its reader, who signs for them, asks for their organization's signature. */
export type AskedLetter = Pick<
  DueItem,
  "id" | "title" | "due_local" | "due_at" | "time_zone" | "late" | "organization"
> & {
  lead: Pick<Named, "display_name" | "short_name" | "korean_name">;
};

/** What an optional message says, read under its reader's own policies. */
export type Contents = { digest: Digest } | { reminder: MailLine } | { items: DueItem[]; letters: AskedLetter[] };
