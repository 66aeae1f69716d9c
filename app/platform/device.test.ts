import { expect, test } from "vitest";
import { deviceOf } from "./device";

const mozilla = "Mozilla/5.0";
const like = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  ["Firefox, Android", `${mozilla} (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0`],
  ["Chrome, Windows", `${mozilla} (Windows NT 10.0; Win64; x64) ${like} Chrome/130.0.0.0 Safari/537.36`],
  ["Edge, Windows", `${mozilla} (Windows NT 10.0; Win64; x64) ${like} Chrome/130.0.0.0 Safari/537.36 Edg/130.0`],
  [
    "Samsung Internet, Android",
    `${mozilla} (Linux; Android 14; SM-S911N) ${like} SamsungBrowser/26.0 Chrome/122.0 Mobile`,
  ],
  ["KakaoTalk, iPhone", `${mozilla} (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${like} Mobile/15E148 KAKAOTALK 10.9.5`],
  [
    "Safari, iPhone",
    `${mozilla} (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${like} Version/17.5 Mobile/15E148 Safari/604.1`,
  ],
  ["Chrome, iPad", `${mozilla} (iPad; CPU OS 17_5 like Mac OS X) ${like} CriOS/130.0 Mobile/15E148 Safari/604.1`],
  ["Safari, Mac", `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) ${like} Version/17.5 Safari/605.1.15`],
  ["Chrome, ChromeOS", `${mozilla} (X11; CrOS x86_64 14541.0.0) ${like} Chrome/130.0.0.0 Safari/537.36`],
  ["Firefox, Linux", `${mozilla} (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0`],
  ["Android", "Dalvik/2.1.0 (Linux; U; Android 14)"],
] as const)("somebody with %s is told so", (device, userAgent) => {
  expect(deviceOf(userAgent)).toBe(device);
});

test.each([null, "", "curl/8.5.0", "한글".repeat(1000)])("nothing is made up of %j", (userAgent) => {
  expect(deviceOf(userAgent)).toBeUndefined();
});
