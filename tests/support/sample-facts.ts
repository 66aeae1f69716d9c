import type { HandoutFacts } from "../../app/features/resources/handing-out/facts";

export const site = "https://hamkke.example";
export const street = "Zinnia Street 1";

/** A service as it is handed out, with whatever a test needs otherwise. */
export function sampleFacts(change: Partial<HandoutFacts> = {}): HandoutFacts {
  return {
    id: "6b1cbd0e-3c5c-4a38-9a66-0d0c8a1a0c11",
    state: "active",
    audience: "everyone",
    organization: {
      ...{ id: "0b1cbd0e-3c5c-4a38-9a66-0d0c8a1a0c11", slug: "krcla", display_name: "KRCLA", short_name: "KRCLA" },
      ...{ korean_name: "민족학교", color: "rust" },
    },
    provider: null,
    name: { ko: "임금 체불 상담", en: "Wage theft advice" },
    description: { ko: "받지 못한 돈을 받아 냅니다.", en: "We help you get paid." },
    eligibility: {},
    required_documents: { ko: "급여 명세서", en: "Pay stubs" },
    cost: "free",
    cost_note: {},
    website: "",
    email: "",
    area_served: ["Los Angeles County"],
    terms: [{ id: "work/wages", name: { ko: "임금", en: "Wages" } }],
    staff_languages: ["ko", "en"],
    interpreter_languages: ["es"],
    document_languages: [],
    time_zone: "America/Los_Angeles",
    ...{ credential: null, credential_url: "", credential_checked_on: null },
    ...{ information_as_of: null, jurisdiction: "", reviewed_by: "" },
    ...{ verified_at: "2026-11-20T18:00:00+00:00", verify_by: "2027-02-20", stale: false, by_machine: [] },
    phones: [{ number: "+12135550113", extension: "", label: {} }],
    schedules: [{ weekdays: [1, 2, 3, 4, 5], opens_minute: 540, closes_minute: 1020 }],
    closures: [],
    places: [],
    opening: { day: "2026-11-25", is_today: true, hours: [{ opens_minute: 540, closes_minute: 1020 }] },
    ...change,
  };
}
