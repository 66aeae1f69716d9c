import type { Digest, DueItem, MailLine, OpenedMessage } from "../../mail/opened";

/** A message to a person of KRCLA, as the database opens it. */
export function openedMessage(given: Partial<OpenedMessage> & Pick<OpenedMessage, "kind">): OpenedMessage {
  return {
    id: "11111111-1111-4111-8111-111111111111",
    organization_id: null,
    about: null,
    reader: "22222222-2222-4222-8222-222222222222",
    language: "en",
    time_zone: "America/Los_Angeles",
    to: "editor@krcla.example",
    organization: {
      slug: "krcla",
      display_name: "Korean Resource Center",
      short_name: "KRCLA",
      korean_name: "민족학교",
      time_zone: "America/Los_Angeles",
      languages: ["ko", "en"],
    },
    token: "TOKEN",
    ...given,
  };
}

/** A gathering on Saturday, November 28, 2026 at ten in Los Angeles. */
export function mailLine(given: Partial<MailLine> = {}): MailLine {
  return {
    id: "33333333-3333-4333-8333-333333333333",
    title: { en: "Renewal clinic", ko: "갱신 상담소" },
    kind: "clinic",
    area: "Koreatown",
    state: "scheduled",
    starts_local: "2026-11-28T10:00:00",
    ends_local: "2026-11-28T12:00:00",
    starts_at: "2026-11-28T18:00:00+00:00",
    ends_at: "2026-11-28T20:00:00+00:00",
    time_zone: "America/Los_Angeles",
    organization: { display_name: "Korean Resource Center", short_name: "KRCLA", korean_name: "민족학교" },
    ...given,
  };
}

/** KRCLA's part of something that KRC Chicago leads, late since the day before. */
export function dueItem(given: Partial<DueItem> = {}): DueItem {
  return {
    id: "44444444-4444-4444-8444-444444444444",
    title: { en: "Set up the tables", ko: "탁자 준비" },
    due_local: "2026-11-26T18:00:00",
    due_at: "2026-11-27T00:00:00+00:00",
    time_zone: "America/Chicago",
    ...{ state: "late", late: true, about_registration: false },
    organization: {
      slug: "krcla",
      display_name: "Korean Resource Center",
      short_name: "KRCLA",
      korean_name: "민족학교",
    },
    lead: { slug: "krc-chicago", display_name: "KRC Chicago", short_name: "KRC Chicago", korean_name: null },
    ...given,
  };
}

/** A week with something in each section. */
export function digest(given: Partial<Digest> = {}): Digest {
  return {
    this_week: [mailLine()],
    new_from_partners: [],
    waits_for_you: { drafts: [], hostings: 0, invitations: 0 },
    ...given,
  };
}
