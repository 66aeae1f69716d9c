import type { Locale } from "~/i18n/translation";

/** What a membership's role may do in its organization; one table in the database decides which role holds which. */
export type Permission =
  | "gatherings.read"
  | "gatherings.write"
  | "resources.read"
  | "resources.write"
  | "members.read"
  | "members.write"
  | "organization.write"
  | "coalition.write"
  | "signups.read"
  | "resources.verify"
  | "actions.read"
  | "actions.write";

export type Role = "viewer" | "member" | "editor" | "admin";
export type Standing = "lead" | "core" | "partner" | "ally";

export type ViewerCoalition = {
  id: string;
  slug: string;
  display_name: string;
  korean_name: string | null;
  standing: Standing;
};

/** An organization the person belongs to. */
export type ViewerOrganization = {
  id: string;
  slug: string;
  display_name: string;
  short_name: string;
  korean_name: string | null;
  legal_name: string;
  color: string;
  time_zone: string;
  languages: string[];
  role: Role;
  permissions: Permission[];
  coalitions: ViewerCoalition[];
};

/** Whoever is signed in, as the database answers for their live session. */
export type Viewer = {
  person: { id: string; display_name: string; language: Locale | null; time_zone: string };
  email: string;
  organizations: ViewerOrganization[];
};
