/**
 * On what kind of device somebody signs in, as they would call it: "Firefox, Android". Families alone, no versions;
 * undefined where neither can be told.
 */
export function deviceOf(userAgent: string | null): string | undefined {
  const told = (userAgent ?? "").slice(0, 500);
  const names = [browsers, systems].flatMap((families) => families.find(([pattern]) => pattern.test(told))?.[1] ?? []);
  return names.length > 0 ? names.join(", ") : undefined;
}

type Family = readonly [pattern: RegExp, name: string];

/** Those that name others besides themselves come first. */
const browsers: Family[] = [
  [/KAKAOTALK/i, "KakaoTalk"],
  [/NAVER\(/i, "Naver"],
  [/Whale\//, "Whale"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\/|Chromium\//, "Chrome"],
  [/Version\/[\d.]+.*Safari\//, "Safari"],
];

const systems: Family[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Macintosh|Mac OS X/, "Mac"],
  [/Linux|X11/, "Linux"],
];
