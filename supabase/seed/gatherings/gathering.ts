/** A gathering of the demonstration. Its day counts from the Monday of the week the demonstration starts in. */
export type DemonstrationGathering = {
  week: number;
  /** 0 is Monday, 6 is Sunday. */
  weekday: number;
  from: string;
  to: string;
  /** How many days later it ends; most end on the day they begin. */
  nights?: number;
  /** Every week on that day from then on, without an end. */
  weekly?: true;
  kind:
    | "clinic"
    | "workshop"
    | "know_your_rights"
    | "registration_drive"
    | "meeting"
    | "vigil_or_march"
    | "training"
    | "other";
  audience: "owner" | "named" | "coalition" | "everyone";
  recipients?: string[];
  draft?: true;
  cancelled?: string;
  area: string;
  languages: string[];
  title: Record<string, string>;
  description: Record<string, string>;
  detail?: {
    audience: "owner" | "named" | "coalition" | "everyone";
    recipients?: string[];
    address?: string;
    online_url?: string;
    contact?: string;
    instructions?: Record<string, string>;
    accessibility?: string[];
  };
  notes?: string;
  /** Who holds it too, or spreads the word; who has not accepted is invited. */
  hosts?: { slug: string; part: "co_host" | "promoter"; mayEdit?: true; accepted?: true }[];
  /** For how many one can sign up, and who did: nicknames, each through the link of an organization. */
  signups?: { capacity: number; people: DemonstrationSignup[] };
  /** What volunteers are needed for, and who of the owner's accounts takes it. */
  volunteers?: { name: Record<string, string>; needed: number; languages: string[]; takenBy: string[] }[];
};

export type DemonstrationSignup = {
  via: string;
  name: string;
  seats: number;
  language: string;
  needs?: ("interpretation" | "access" | "childcare" | "ride")[];
  toldHost?: true;
};

/** What every registration drive says, in the words of the brief. */
export const registrationWarning = {
  en: "Only U.S. citizens may register to vote. Not a citizen, or unsure? Do not sign; ask a lawyer first.",
  ko: "유권자 등록은 미국 시민권자만 할 수 있습니다. 시민권자가 아니거나 확실하지 않으면 서명하지 말고 먼저 변호사와 상담하세요.",
};
