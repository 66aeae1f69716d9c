import { registrationWarning } from "../gatherings/gathering";
import type { DemonstrationService } from "./listing";

export const inventedFilipinoCircle: DemonstrationService[] = [
  {
    audience: "everyone",
    source: "en",
    name: { en: "Caregivers: hours, breaks and pay", fil: "Mga tagapag-alaga: oras at sahod" },
    description: {
      en: "Sit down with somebody who has done the work. We count the hours with you.",
      fil: "Kausapin ang may karanasan sa trabaho. Sabay nating bibilangin ang oras.",
    },
    cost: "free",
    area: ["Carson", "Long Beach"],
    terms: ["work/wages", "work/day-labor"],
    staff: ["tl", "en"],
    // Nobody has ever made sure.
    phones: [{ number: "+13105550160" }],
    hours: [{ days: [7], from: "14:00", to: "17:00" }],
  },
  {
    audience: "everyone",
    source: "en",
    name: { en: "Help with voter registration", ko: "유권자 등록 돕기" },
    description: {
      en: `${registrationWarning.en}\n\nFor anybody who may vote, and for no party.`,
      ko: `${registrationWarning.ko}\n\n투표할 수 있는 누구에게나 열려 있고 어느 정당 편도 아닙니다.`,
    },
    cost: "free",
    area: ["Carson"],
    terms: ["civic/voter-registration"],
    staff: ["en", "tl"],
    interpreters: ["ko"],
    phones: [{ number: "+13105550161" }],
    hours: [{ days: [6], from: "11:00", to: "15:00" }],
    verified: { daysAgo: 9, how: "owner", days: 90 },
  },
];

export const inventedLatinoNeighbors: DemonstrationService[] = [
  {
    audience: "everyone",
    source: "es",
    name: { es: "Cena caliente los viernes", en: "Warm supper on Fridays" },
    description: {
      es: "Comida para todos, también para llevar. Nadie pregunta nada.",
      en: "Food for everyone, to take along too. Nobody asks anything.",
    },
    cost: "free",
    area: ["Albany Park, Chicago"],
    terms: ["food/meals", "emergency/food"],
    staff: ["es", "en"],
    phones: [{ number: "+17735550170" }],
    hours: [{ days: [5], from: "17:30", to: "20:00" }],
    holidays: true,
    verified: { daysAgo: 35, how: "visit", by: "krc-chicago", days: 60 },
    place: {
      audience: "everyone",
      name: "Invented neighbors' kitchen",
      address_1: "9 Invented Square",
      city: "Chicago",
      region: "IL",
      postal_code: "60625",
      at: [41.9683, -87.7217],
      accessibility: ["step_free", "child_space"],
    },
  },
  {
    audience: "everyone",
    source: "es",
    name: { es: "Si un notario lo engañó", en: "If a notario deceived you", ko: "이민 사기를 당했을 때" },
    description: {
      es: "Guarde los recibos y los mensajes. Le ayudamos a escribir la queja; no damos consejo legal.",
      en: "Keep receipts and messages. We help write the complaint; we give no legal advice.",
      ko: "영수증과 메시지를 모아 두세요. 신고서를 함께 씁니다. 법률 조언은 하지 않습니다.",
    },
    documents: {
      es: "Recibos, contratos y mensajes",
      en: "Receipts, contracts and messages",
      ko: "영수증, 계약서, 메시지",
    },
    cost: "free",
    area: ["Chicago", "Cicero"],
    terms: ["legal/notary-fraud", "language/forms"],
    staff: ["es", "en"],
    interpreters: ["ko"],
    phones: [{ number: "+17735550171" }],
    hours: [{ days: [1, 3], from: "16:00", to: "19:00" }],
    legal: {
      credential: "none",
      asOf: 50,
      jurisdiction: "Illinois",
      reviewedBy: "Volunteer attorney (role), demonstration",
    },
    verified: { daysAgo: 50, how: "owner", days: 90 },
  },
];
