import { type DemonstrationService, rosters, weekdays } from "./listing";

export const advancingJusticeLa: DemonstrationService[] = [
  {
    audience: "everyone",
    source: "en",
    name: { en: "Legal advice in Asian languages", ko: "아시아 언어 법률 상담", "zh-Hant": "亞洲語言法律諮詢" },
    description: {
      en: "Attorneys listen by phone and say what can be done: family, immigration, work and housing.",
      ko: "변호사가 전화로 듣고 할 수 있는 일을 알려 드립니다. 가족, 이민, 직장, 주거 문제를 다룹니다.",
      "zh-Hant": "律師透過電話提供家庭、移民、工作和住房方面的建議。",
    },
    cost: "free",
    area: ["Los Angeles County", "Orange County"],
    terms: ["legal/aid", "legal/family", "legal/immigration"],
    staff: ["en", "ko", "zh-Hant", "vi"],
    interpreters: ["tl", "km"],
    phones: [
      { number: "+12135550150" },
      { number: "+12135550151", label: { en: "Korean", ko: "한국어" } },
      { number: "+12135550152", label: { "zh-Hant": "中文", en: "Chinese" } },
    ],
    hours: [{ days: weekdays, from: "10:00", to: "16:00" }],
    holidays: true,
    legal: {
      credential: "attorney",
      roster: rosters.california,
      checked: 14,
      asOf: 14,
      jurisdiction: "California",
      reviewedBy: "Supervising attorney (role), demonstration",
    },
    verified: { daysAgo: 14, how: "owner", days: 90 },
  },
  {
    audience: "everyone",
    source: "en",
    name: { en: "After a hate incident" },
    description: {
      en: "Somebody writes down what happened, with you, and goes along to the police or the school if you wish.",
    },
    cost: "free",
    area: ["Los Angeles County"],
    terms: ["legal/civil-rights", "care/support-groups"],
    staff: ["en", "zh-Hant"],
    interpreters: ["ko"],
    phones: [{ number: "+12135550153" }],
    hours: [{ days: [2, 3, 4], from: "11:00", to: "19:00" }],
    holidays: true,
    verified: { daysAgo: 120, how: "website", by: "krcla", days: 120 },
  },
];
