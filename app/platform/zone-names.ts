/**
 * What people call the zones they live in. Node and browsers carry different names for them, so that a page rendered by
 * one would change under the other; a language without names here shows the place and its distance from GMT.
 */
export const zoneNames: { [language: string]: { [zone: string]: string | undefined } | undefined } = {
  en: {
    "America/New_York": "Eastern Time",
    "America/Detroit": "Eastern Time",
    "America/Chicago": "Central Time",
    "America/Denver": "Mountain Time",
    "America/Phoenix": "Arizona Time",
    "America/Los_Angeles": "Pacific Time",
    "America/Anchorage": "Alaska Time",
    "Pacific/Honolulu": "Hawaii Time",
    "Asia/Seoul": "Korea Time",
    UTC: "UTC",
  },
  ko: {
    "America/New_York": "미국 동부 시간",
    "America/Detroit": "미국 동부 시간",
    "America/Chicago": "미국 중부 시간",
    "America/Denver": "미국 산악 시간",
    "America/Phoenix": "애리조나 시간",
    "America/Los_Angeles": "미국 서부 시간",
    "America/Anchorage": "알래스카 시간",
    "Pacific/Honolulu": "하와이 시간",
    "Asia/Seoul": "한국 시간",
    UTC: "협정 세계시",
  },
  es: {
    "America/New_York": "Hora del Este",
    "America/Detroit": "Hora del Este",
    "America/Chicago": "Hora del Centro",
    "America/Denver": "Hora de la Montaña",
    "America/Phoenix": "Hora de Arizona",
    "America/Los_Angeles": "Hora del Pacífico",
    "America/Anchorage": "Hora de Alaska",
    "Pacific/Honolulu": "Hora de Hawái",
    "Asia/Seoul": "Hora de Corea",
    UTC: "UTC",
  },
};

/** The same where there is little room, beside a time. */
export const shortZoneNames: typeof zoneNames = {
  en: {
    "America/New_York": "ET",
    "America/Detroit": "ET",
    "America/Chicago": "CT",
    "America/Denver": "MT",
    "America/Los_Angeles": "PT",
    "Asia/Seoul": "KST",
  },
  ko: {
    "America/New_York": "동부",
    "America/Detroit": "동부",
    "America/Chicago": "중부",
    "America/Denver": "산악",
    "America/Los_Angeles": "서부",
    "Asia/Seoul": "한국",
  },
  es: {
    "America/New_York": "ET",
    "America/Detroit": "ET",
    "America/Chicago": "CT",
    "America/Denver": "MT",
    "America/Los_Angeles": "PT",
    "Asia/Seoul": "KST",
  },
};
