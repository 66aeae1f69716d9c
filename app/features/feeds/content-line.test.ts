import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { contentLine, parameterValue, textValue } from "./content-line";

const encoder = new TextEncoder();
const strict = new TextDecoder("utf-8", { fatal: true });
const unfold = (written: string) => written.replace(/\r\n /g, "").replace(/\r\n$/, "");

/** What people write: Hangul, families in one character, combining marks, and everything that means something to a parser. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "모임",
        "한글 이름",
        "👨‍👩‍👧‍👦",
        "🇰🇷",
        "é",
        "e\u0301",
        "각",
        "ᄀ\u1161\u11a8",
        ",",
        ";",
        ":",
        "\\",
        "\n",
        '"',
        "BEGIN:VEVENT",
      ),
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.string({ unit: "binary", maxLength: 4 }),
      fc.constant("word ".repeat(20)),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

test("whatever the text, no line has more than 75 octets and none tears a character apart", () => {
  fc.assert(
    fc.property(text, (written) => {
      const folded = contentLine("SUMMARY", textValue(written));
      expect(folded.endsWith("\r\n")).toBe(true);
      const octets = encoder.encode(folded);
      let from = 0;
      for (const line of folded.slice(0, -2).split("\r\n")) {
        const size = encoder.encode(line).length;
        expect(size).toBeLessThanOrEqual(75);
        expect(() => strict.decode(octets.slice(from, from + size))).not.toThrow();
        from += size + 2;
      }
    }),
    { numRuns: 400 },
  );
});

test("characters that a reader sees as one stay on one line", () => {
  const family = "👨‍👩‍👧‍👦";
  for (let before = 0; before < 80; before += 1) {
    const folded = contentLine("SUMMARY", `${"a".repeat(before)}${family}${"각".normalize("NFD")}`);
    expect(folded, String(before)).toContain(family);
    expect(folded, String(before)).toContain("각".normalize("NFD"));
  }
});

test("unfolded and read back by a parser, a text is what it was", () => {
  fc.assert(
    fc.property(text, (written) => {
      const line = unfold(contentLine("DESCRIPTION", textValue(written)));
      const read = ICAL.Property.fromString(line).getFirstValue();
      expect(read).toBe(asKept(written));
    }),
    { numRuns: 400 },
  );
});

test("a text is one property, whatever it tries to begin", () => {
  const folded = contentLine("SUMMARY", textValue("Clinic\r\nEND:VEVENT\u2028BEGIN:VALARM\u0085X:1"));
  expect(unfold(folded)).toBe("SUMMARY:Clinic\\nEND:VEVENT\\nBEGIN:VALARM\\nX:1");
});

test("a parameter is quoted where it must be, and never ends early", () => {
  expect(parameterValue("America/Los_Angeles")).toBe("America/Los_Angeles");
  expect(parameterValue('a"b:c')).toBe('"a\'b:c"');
});

/** Line ends become one kind, and what no calendar may hold is left out. */
function asKept(written: string): string {
  return (
    written
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that RFC 5545 forbids.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
  );
}
