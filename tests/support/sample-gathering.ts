import type { Card, GatheringPage, StoredGathering } from "~/features/gatherings/card";
import type { Fellows } from "../../app/platform/fellows";

export const krcla = {
  id: "0f7b7a52-6f0d-4b3e-8f3a-2a5f6c1d2e01",
  slug: "krcla",
  display_name: "KRCLA",
  short_name: "KRCLA",
  korean_name: "민족학교",
  color: "jade",
};

export const chicago = {
  id: "0f7b7a52-6f0d-4b3e-8f3a-2a5f6c1d2e02",
  slug: "krc-chicago",
  display_name: "KRC Chicago",
  short_name: "KRC Chicago",
  korean_name: null,
  color: "sky",
};

export const plan = {
  id: "0f7b7a52-6f0d-4b3e-8f3a-2a5f6c1d2ec1",
  slug: "emergency-plan",
  display_name: "Emergency Plan",
  korean_name: "긴급 계획",
};

export const fellows: Fellows = [{ coalition_id: plan.id, organizations: [chicago] }];

/** A gathering's card, changed as a test needs it. */
export function sampleCard(change: Partial<Card> = {}): Card {
  return {
    id: "6b1cbd0e-3c5c-4a38-9a66-0d0c8a1a0c11",
    title: { ko: "시민권 상담", en: "Citizenship clinic" },
    kind: "clinic",
    area: "Koreatown",
    languages: ["ko", "en"],
    starts_local: "2026-12-05T10:00:00",
    ends_local: "2026-12-05T12:00:00",
    time_zone: "America/Los_Angeles",
    starts_at: "2026-12-05T18:00:00+00:00",
    ends_at: "2026-12-05T20:00:00+00:00",
    state: "scheduled",
    audience: "coalition",
    organization: krcla,
    shared: true,
    repeats: false,
    ...change,
  };
}

/** A gathering's page as its owner's people read it. */
export function samplePage(change: Partial<GatheringPage> = {}): GatheringPage {
  return {
    ...sampleCard(),
    description: { ko: "서류를 가져오세요." },
    cancellation_reason: null,
    coalition: plan,
    recipients: [],
    writable_by: ["krcla"],
    reached: { organizations: 5 },
    indexable: false,
    version: 1,
    detail: null,
    notes: null,
    hosts: { shown: [], known: [] },
    roles: [],
    held_by: [],
    series: null,
    signup: null,
    ...change,
  };
}

/** A gathering as its form reads it. */
export function sampleStored(change: Partial<StoredGathering> = {}): StoredGathering {
  const { organization, starts_at, ends_at, shared, repeats, ...card } = sampleCard();
  return {
    ...card,
    organization_id: organization.id,
    coalition_id: plan.id,
    description: {},
    starts_fold: null,
    ends_fold: null,
    cancellation_reason: null,
    indexable: false,
    tells_taken: false,
    shared_at: null,
    version: 1,
    recipients: [],
    detail: null,
    hosts: [],
    notes: null,
    fellows,
    series: null,
    ...change,
  };
}
