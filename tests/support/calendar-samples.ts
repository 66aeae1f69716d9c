/** Calendars as the programs people use write them, by hand and shortened. */
const calendar = (...lines: string[]) => ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];

/** Singles as instants, the zone in the head, HTML in the description, guests. */
export const google = calendar(
  "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
  "CALSCALE:GREGORIAN",
  "X-WR-CALNAME:Center\\, events",
  "X-WR-TIMEZONE:America/Los_Angeles",
  ...event(
    ...["DTSTART:20310301T180000Z", "DTEND:20310301T200000Z", "UID:one@google.com", "SEQUENCE:1", "STATUS:CONFIRMED"],
    ...[
      "ORGANIZER;CN=Center:mailto:center@example.org",
      "ATTENDEE;CN=guest@example.org;X-NUM-GUESTS=0:mailto:guest@example.org",
    ],
    "SUMMARY:Citizenship clinic",
    "LOCATION:900 Zinnia St\\, Los Angeles",
    'DESCRIPTION:<p>Bring <b>papers</b> &amp; a pen.</p><br><a href="https://exam',
    ' ple.org/form">Form</a>',
    "X-GOOGLE-CONFERENCE:https://meet.example/abc",
    ...["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Alarm words", "TRIGGER:-P0DT0H30M0S", "END:VALARM"],
  ),
  ...event("DTSTART;VALUE=DATE:20310302", "DTEND;VALUE=DATE:20310304", "UID:two@google.com", "SUMMARY:Open house"),
  ...event(
    "DTSTART:20310305T180000Z",
    "DTEND:20310305T190000Z",
    "UID:three@google.com",
    "SUMMARY:Off",
    "STATUS:CANCELLED",
  ),
);

/** Zones by name with their definition; an emoji folded between its bytes' characters. */
export const apple = calendar(
  "PRODID:-//Apple Inc.//macOS 14.0//EN",
  ...["BEGIN:VTIMEZONE", "TZID:America/Chicago", "BEGIN:STANDARD", "DTSTART:20071104T020000", "TZOFFSETFROM:-0500"],
  ...["TZOFFSETTO:-0600", "TZNAME:CST", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "END:STANDARD", "END:VTIMEZONE"],
  ...event(
    "UID:A1",
    "DTSTART;TZID=America/Chicago:20310301T100000",
    "DURATION:PT1H30M",
    "SUMMARY:Choir",
    "URL;VALUE=URI:https://example.org/choir",
  ),
  ...event("UID:A2", "DTSTART:20310301T070000", "SUMMARY:Floating"),
);

/** Zones by the names of Windows, or its own. */
export const outlook = calendar(
  "PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN",
  ...["BEGIN:VTIMEZONE", "TZID:Customized Time Zone", "X-LIC-LOCATION:America/New_York", "END:VTIMEZONE"],
  ...event(
    "CLASS:PUBLIC",
    "UID:O1",
    'DTSTART;TZID="Pacific Standard Time":20310301T100000',
    'DTEND;TZID="Pacific Standard Time":20310301T110000',
    "SUMMARY;LANGUAGE=en-us:Staff meeting",
    "LOCATION:https://teams.example/join/1",
  ),
  ...event("CLASS:PRIVATE", "UID:O2", "DTSTART:20310301T100000Z", "SUMMARY:Doctor"),
  ...event(
    "UID:O3",
    "DTSTART;TZID=Customized Time Zone:20310301T100000",
    "DTEND;TZID=Customized Time Zone:20310301T110000",
    "SUMMARY:Custom",
  ),
  ...event("UID:O4", "DTSTART;TZID=Somewhere Standard Time:20310301T100000", "SUMMARY:Nowhere"),
);

/** Korean text, Seoul's zone. */
export const naver = calendar(
  "PRODID:-//NHN Corp//Naver Calendar 1.0//KO",
  ...event(
    "UID:N1",
    "DTSTART;TZID=Asia/Seoul:20310301T100000",
    "DTEND;TZID=Asia/Seoul:20310301T120000",
    "SUMMARY:삼일절 기념 모임",
    "DESCRIPTION:함께 모여요.\\n오세요",
    "LOCATION:민족학교 강당",
  ),
);

/** The same in CP949, as the bytes of a file. */
export function inKoreanBytes(text: string): Uint8Array {
  const pairs = new Map<string, number[]>();
  const decoder = new TextDecoder("euc-kr");
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x41; trail <= 0xfe; trail += 1) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if ([...letter].length === 1 && letter !== "\ufffd" && !pairs.has(letter)) pairs.set(letter, [lead, trail]);
    }
  return Uint8Array.from([...text].flatMap((letter) => pairs.get(letter) ?? [letter.charCodeAt(0)]));
}
