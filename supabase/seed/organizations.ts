/** The demonstration's coalition: shaped like the one of the emergency plan. */
export const coalition = {
  slug: "emergency-plan",
  display_name: "Emergency Plan for Korean Immigrants",
  korean_name: "한인 이민자 비상대책 연대",
};

export type DemonstrationOrganization = {
  slug: string;
  standing: "lead" | "core" | "partner" | "ally";
  legal_name: string;
  display_name: string;
  short_name: string;
  korean_name: string;
  aliases: string[];
  time_zone: string;
  languages: string[];
  color: string;
};

/** Its organizations, the lead first. The two partners do not exist, and their names say so. */
export const organizations: DemonstrationOrganization[] = [
  {
    slug: "nakasec",
    standing: "lead",
    legal_name: "National Korean American Service & Education Consortium",
    display_name: "NAKASEC",
    short_name: "NAKASEC",
    korean_name: "미주한인봉사교육단체협의회",
    aliases: ["미교협"],
    time_zone: "America/New_York",
    languages: ["ko", "en"],
    color: "indigo",
  },
  {
    slug: "krcla",
    standing: "core",
    legal_name: "Korean Resource Center",
    display_name: "KRCLA",
    short_name: "KRCLA",
    korean_name: "민족학교",
    aliases: ["KRC", "Korean Resource Center Los Angeles", "민족학교 로스앤젤레스"],
    time_zone: "America/Los_Angeles",
    languages: ["ko", "en", "es"],
    color: "rust",
  },
  {
    slug: "krc-chicago",
    standing: "core",
    legal_name: "Korean American Resource and Cultural Center",
    display_name: "KRC Chicago",
    short_name: "KRC Chicago",
    korean_name: "한인교육문화마당집",
    aliases: [
      "KRCC",
      "Korean American Resource and Cultural Center",
      "마당집",
      "HANA Center (continues its work)",
      "하나센터",
    ],
    time_zone: "America/Chicago",
    languages: ["ko", "en"],
    color: "jade",
  },
  {
    slug: "advancing-justice-la",
    standing: "ally",
    legal_name: "Asian Americans Advancing Justice – Los Angeles",
    display_name: "Advancing Justice LA",
    short_name: "Advancing Justice",
    korean_name: "아시안 아메리칸 정의진흥협회 LA",
    aliases: ["AAAJ-LA", "Asian Americans Advancing Justice"],
    time_zone: "America/Los_Angeles",
    languages: ["en", "ko", "zh-Hant", "vi"],
    color: "plum",
  },
  {
    slug: "invented-filipino-circle",
    standing: "partner",
    legal_name: "Invented Filipino Circle (a demonstration, not an organization)",
    display_name: "Invented Filipino Circle",
    short_name: "Invented Filipino",
    korean_name: "가상 필리핀 이웃모임",
    aliases: [],
    time_zone: "America/Los_Angeles",
    languages: ["en", "tl"],
    color: "amber",
  },
  {
    slug: "invented-latino-neighbors",
    standing: "partner",
    legal_name: "Invented Latino Neighbors (a demonstration, not an organization)",
    display_name: "Invented Latino Neighbors",
    short_name: "Invented Latino",
    korean_name: "가상 라틴계 이웃회",
    aliases: [],
    time_zone: "America/Chicago",
    languages: ["en", "es"],
    color: "sky",
  },
];
