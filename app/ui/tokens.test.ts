import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hues } from "./hues";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split("@media screen and (prefers-color-scheme: dark)");
const schemes = { light: declared(light), dark: { ...declared(light), ...declared(dark) } };
const grounds = ["--color-paper", "--color-surface", "--color-sunken"];

test.each(["light", "dark"] as const)("each of the twelve hues can be read as text in the %s scheme", (scheme) => {
  expect(hues).toHaveLength(12);
  for (const hue of hues) {
    for (const ground of grounds) {
      expect(contrast(scheme, `--org-${hue}`, ground), `${hue} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test.each([
  ["--color-ink", ...grounds, "--color-jade-wash", "--color-cinnabar-wash", "--color-ochre-wash"],
  ["--color-soft", ...grounds],
  ["--color-jade", ...grounds, "--color-jade-wash"],
  ["--color-cinnabar", ...grounds, "--color-cinnabar-wash"],
  ["--color-ochre", ...grounds, "--color-ochre-wash"],
  ["--color-on-jade", "--color-jade", "--color-jade-deep"],
  ["--color-on-cinnabar", "--color-cinnabar", "--color-cinnabar-deep"],
])("%s can be read on what it is laid on, in both schemes", (text, ...on) => {
  for (const ground of on) {
    expect(contrast("light", text, ground), `light ${ground}`).toBeGreaterThanOrEqual(4.5);
    expect(contrast("dark", text, ground), `dark ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
});

test("the edge of a control stands out from the page by three to one", () => {
  for (const ground of grounds) {
    expect(contrast("light", "--color-edge", ground)).toBeGreaterThanOrEqual(3);
    expect(contrast("dark", "--color-edge", ground)).toBeGreaterThanOrEqual(3);
  }
});

function declared(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

/** The WCAG 2 contrast ratio of two tokens of one scheme. */
function contrast(scheme: "light" | "dark", one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(scheme, one), luminance(scheme, other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(scheme: "light" | "dark", token: string): number {
  const hex = schemes[scheme][token];
  if (!hex) throw new Error(`${token} is not declared`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
