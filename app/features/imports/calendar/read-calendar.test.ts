import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apple, google, inKoreanBytes, naver, outlook } from "../../../../tests/support/calendar-samples";
import { readCalendar } from "./read-calendar.server";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array) => {
  const found = readCalendar(typeof text === "string" ? bytes(text) : text);
  if ("problem" in found) throw new Error(found.problem);
  return found;
};
const calendar = (...lines: string[]) => `BEGIN:VCALENDAR\n${lines.join("\n")}\nEND:VCALENDAR`;
const one = (...lines: string[]) => read(calendar("BEGIN:VEVENT", "UID:1", ...lines, "END:VEVENT")).entries[0];

describe("what Google Calendar writes", () => {
  const { name, zone, entries } = read(google);
  test("is a clinic with its place and its link, in the calendar's zone", () => {
    expect([name, zone]).toEqual(["Center, events", "America/Los_Angeles"]);
    expect(entries[0]).toMatchObject({
      ...{ line: 7, place: 1, uid: "one@google.com", title: { en: "Citizenship clinic" } },
      ...{ starts: { at: "2031-03-01T18:00:00Z" }, ends: { at: "2031-03-01T20:00:00Z" } },
      ...{ address: "900 Zinnia St, Los Angeles", online_url: "https://meet.example/abc" },
      description: { en: "Bring papers & a pen.\n\nForm" },
    });
  });
  test("gives no guest, no organizer and no alarm away", () => {
    expect(JSON.stringify(entries)).not.toMatch(/guest|mailto|Alarm/);
  });
  test("is two whole days, and one that was cancelled there is set aside", () => {
    expect(entries[1]).toMatchObject({
      ...{
        starts: { wall: "2031-03-02T00:00:00", zone: null },
        ends: { wall: "2031-03-03T23:59:00" },
        remarks: ["all_day"],
      },
    });
    expect(entries[2]).toMatchObject({ reason: "cancelled_there", title: { en: "Off" } });
  });
});

test("what Apple writes names its zone, lasts as long as it says, and floats without one", () => {
  const { entries } = read(apple);
  expect(entries[0]).toMatchObject({
    ...{ starts: { wall: "2031-03-01T10:00:00", zone: "America/Chicago" }, lasting: { days: 0, seconds: 5400 } },
    description: { en: "https://example.org/choir" },
  });
  expect(entries[1]).toMatchObject({ starts: { zone: null }, lasting: { seconds: 3600 }, remarks: ["no_end"] });
});

test("what Outlook writes uses the names of Windows; a private entry and an unknown zone are set aside", () => {
  const { entries } = read(outlook);
  expect(entries[0]).toMatchObject({
    ...{
      zone: "America/Los_Angeles",
      address: "",
      online_url: "https://teams.example/join/1",
      title: { en: "Staff meeting" },
    },
  });
  expect(entries[1]).toMatchObject({ reason: "private_there" });
  expect(entries[2]).toMatchObject({ zone: "America/New_York" });
  expect(entries[3]).toMatchObject({ reason: "zone_unknown", terms: { zone: "Somewhere Standard Time" } });
});

test.each([
  ["UTF-8", bytes(naver)],
  ["UTF-8", Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes(naver))],
  ["UTF-16", Uint8Array.of(0xff, 0xfe, ...new Uint8Array(Buffer.from(naver, "utf16le")))],
  ["UTF-16", new Uint8Array(Buffer.from(naver, "utf16le").swap16())],
  ["CP949", inKoreanBytes(naver)],
])("what Naver writes is read in %s", (charset, file) => {
  const found = read(file);
  expect(found.charset).toBe(charset);
  expect(found.entries[0]).toMatchObject({
    ...{
      title: { ko: "삼일절 기념 모임" },
      description: { ko: "함께 모여요.\n오세요" },
      address: "민족학교 강당",
      zone: "Asia/Seoul",
    },
  });
});

test("an accent of Latin-1 is not taken for Korean", () => {
  const found = read(
    new Uint8Array(
      Buffer.from(
        calendar("BEGIN:VEVENT", "UID:1", "DTSTART:20310301T100000", "SUMMARY:Reunión de vecinos", "END:VEVENT"),
        "latin1",
      ),
    ),
  );
  expect([found.charset, found.entries[0]?.title]).toEqual(["Windows-1252", { en: "Reunión de vecinos" }]);
});

test("an entry that breaks off breaks no other, and says its line", () => {
  const found = read(
    calendar(
      "BEGIN:VEVENT",
      "UID:1",
      "SUMMARY:Torn",
      "BEGIN:VEVENT",
      "UID:2",
      "DTSTART:20310301T100000",
      "SUMMARY:Whole",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "SUMMARY:Cut",
    ),
  );
  expect(found.entries.map(({ line, ...entry }) => [line, "reason" in entry ? entry.reason : "read"])).toEqual([
    [2, "not_closed"],
    [5, "read"],
    [10, "not_closed"],
  ]);
});

test.each([
  ["no_title", ["DTSTART:20310301T100000"]],
  ["no_start", ["SUMMARY:A"]],
  ["time_unreadable", ["SUMMARY:A", "DTSTART:tomorrow"]],
  ["ends_before_it_starts", ["SUMMARY:A", "DTSTART:20310301T100000", "DURATION:-PT1H"]],
  ["line_too_long", ["DTSTART:20310301T100000", `SUMMARY:${"x".repeat(200_000)}`]],
])("an entry is set aside: %s", (reason, lines) => {
  expect(one(...lines)).toMatchObject({ reason });
});

test("very long texts are shortened and say so; marks that turn the direction are gone", () => {
  expect(
    one("DTSTART:20310301T100000", `SUMMARY:${"가".repeat(130)}\u202e`, `DESCRIPTION:${"😀".repeat(5000)}`),
  ).toMatchObject({
    title: { ko: `${"가".repeat(119)}…` },
    description: { en: `${"😀".repeat(3999)}…` },
    remarks: ["no_end", "title_shortened", "description_shortened"],
  });
});

test("an entry that stands there twice is the last of the two; one without a name is known by what it says", () => {
  const twice = read(
    calendar(
      "BEGIN:VEVENT",
      "UID:1",
      "DTSTART:20310301T100000",
      "SUMMARY:A",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "UID:1",
      "DTSTART:20310301T100000",
      "SUMMARY:B",
      "END:VEVENT",
    ),
  );
  expect(twice.entries.map((entry) => ("reason" in entry ? entry.reason : entry.title))).toEqual([
    "twice",
    { en: "B" },
  ]);
  const nameless = calendar("BEGIN:VEVENT", "DTSTART:20310301T100000", "SUMMARY:A", "END:VEVENT");
  expect(read(nameless).entries[0]?.uid).toBe(read(nameless).entries[0]?.uid);
  expect(read(nameless).entries[0]?.uid).toMatch(/^sha256:/);
});

test.each([
  ["not_a_calendar", "<html>Sign in</html>"],
  ["not_a_calendar", "\0\u0001"],
  ["not_a_calendar", ""],
  ["calendar_empty", calendar("BEGIN:VTODO", "SUMMARY:A", "END:VTODO")],
  ["too_many_entries", calendar(...Array.from({ length: 2001 }, () => "BEGIN:VEVENT\nEND:VEVENT"))],
])("a file is refused: %s", (problem, text) => {
  expect(readCalendar(bytes(text))).toEqual({ problem });
});

describe("hostile files of five megabytes", () => {
  const size = 5 * 1024 * 1024;
  const inEvent = (text: string) => calendar("BEGIN:VEVENT", "UID:1", "DTSTART:20310301T100000", text, "END:VEVENT");
  test.each([
    ["one line", inEvent(`SUMMARY:${"x".repeat(size)}`)],
    ["one folded line", inEvent(`SUMMARY:${"\n x".repeat(size / 3)}`)],
    ["nothing but line ends", inEvent("\n".repeat(size))],
    ["parts within parts", inEvent("BEGIN:X\n".repeat(size / 8))],
    ["half a tag, again and again", inEvent(`DESCRIPTION:${"<a ".repeat(30_000)}`)],
    ["many lines of one entry", inEvent("EXDATE:20310301T100000\n".repeat(size / 24))],
    ["escapes", inEvent(`DESCRIPTION:${"\\".repeat(99_000)}`)],
    ["parameters", inEvent(`SUMMARY;${'X="'.repeat(30_000)}:y`)],
  ])("%s ends, and soon", (_what, text) => {
    const { entries } = read(text);
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries).length).toBeLessThan(20_000);
  });
});

test("whatever becomes of a file on the way, reading it throws nothing and keeps it small", () => {
  const samples = [google, apple, outlook, naver];
  const mutation = fc.record({
    at: fc.nat(3000),
    length: fc.nat(60),
    put: fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom("\r\nBEGIN:VEVENT\r\n", "\nEND:VEVENT\n", "\n ", ";", ":", '"', "\ud800"),
    ),
  });
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.array(mutation, { maxLength: 12 }), (sample, mutations) => {
      let text = sample;
      for (const { at, length, put } of mutations)
        text = text.slice(0, at % text.length) + put + text.slice((at % text.length) + length);
      const found = readCalendar(bytes(text));
      if ("problem" in found) return;
      for (const entry of found.entries) {
        expect(entry.line).toBeGreaterThan(0);
        expect(entry.uid.length).toBeLessThanOrEqual(500);
        expect("reason" in entry || "starts" in entry).toBe(true);
      }
      expect(JSON.stringify(found).length).toBeLessThan(40_000);
    }),
    { numRuns: 500 },
  );
});

test("bytes without sense are a file that is no calendar", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (file) => void readCalendar(file)),
    { numRuns: 300 },
  );
});
