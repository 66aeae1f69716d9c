import { afterEach, beforeAll, expect, test } from "vitest";
import { makeRememberedCalendar } from "../support/import-draft";
import type { Visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { wordsIn } from "../support/words";
import { as, local } from "./cast";
import { send } from "./send-calendar";

const t = wordsIn("en");
const zone = [
  ...["BEGIN:VTIMEZONE", "TZID:America/Los_Angeles", "X-LIC-LOCATION:America/Los_Angeles"],
  ...["BEGIN:DAYLIGHT", "TZOFFSETFROM:-0800", "TZOFFSETTO:-0700", "TZNAME:PDT", "DTSTART:19700308T020000"],
  ...["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "END:DAYLIGHT", "BEGIN:STANDARD", "TZOFFSETFROM:-0700"],
  ...["TZOFFSETTO:-0800", "TZNAME:PST", "DTSTART:19701101T020000", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"],
  ...["END:STANDARD", "END:VTIMEZONE"],
];
const event = (uid: string, ...lines: string[]) => [
  ...["BEGIN:VEVENT", ...lines, "DTSTAMP:20310101T000000Z", `UID:${uid}@series.example`, "STATUS:CONFIRMED"],
  "END:VEVENT",
];
const zoned = (name: string, at: string) => `${name};TZID=America/Los_Angeles:203103${at}`;
/** As Google Calendar exports what repeats: zones written out, an end as an instant, a day left out, one date changed. */
const google = (...lines: string[]) =>
  `${[
    ...["BEGIN:VCALENDAR", "PRODID:-//Google Inc//Google Calendar 70.9054//EN", "VERSION:2.0", "CALSCALE:GREGORIAN"],
    ...["METHOD:PUBLISH", "X-WR-CALNAME:Zinnia choir", "X-WR-TIMEZONE:America/Los_Angeles", ...zone, ...lines],
    "END:VCALENDAR",
  ].join("\r\n")}\r\n`;
const weekly = (rule: string, ...lines: string[]) =>
  event(
    "choir",
    zoned("DTSTART", "01T100000"),
    zoned("DTEND", "01T113000"),
    `RRULE:${rule}`,
    ...lines,
    "SUMMARY:Zinnia choir",
  );
const until = "FREQ=WEEKLY;WKST=SU;UNTIL=20310330T065959Z;BYDAY=SA";
const changed = event(
  "choir",
  ...[zoned("DTSTART", "09T140000"), zoned("DTEND", "09T153000"), zoned("RECURRENCE-ID", "08T100000")],
  "SUMMARY:Zinnia choir outdoors",
);

let editor: Visitor;
beforeAll(async () => {
  editor = await as("editor");
});
afterEach(async () => {
  const owner = ownerOf(local());
  await owner`delete from public.gatherings where title ->> 'en' like 'Zinnia choir%'`;
  await owner.end();
});

test("a calendar of Google's with what repeats, a day left out and one date changed becomes what it says, once", async () => {
  const file = google(
    ...weekly(until, zoned("EXDATE", "15T100000")),
    ...changed,
    ...event("no", "DTSTART:20310301T180000Z", "RRULE:FREQ=HOURLY", "SUMMARY:Zinnia clock"),
  );
  const path = await read(file);
  const html = await page(path);
  for (const words of [
    "Every Saturday at 10 AM, until Saturday, March 29, 2031",
    t("imports.dates", { count: 4 }),
    t("imports.insteadOf", { day: "Saturday, March 8, 2031" }),
    t("imports.reason.rule_not_understood"),
    t("imports.line", { line: 45 }),
  ])
    expect(html).toContain(words);

  await editor.post(path, { taken: ["1", "2"] });
  expect(await page(path)).toContain(t("imports.made", { count: 4 }));
  const stands = [
    ["2031-03-01 10:00", "2031-03-01 18:00", "Zinnia choir", "draft"],
    ["2031-03-09 14:00", "2031-03-09 21:00", "Zinnia choir outdoors", "draft"],
    ["2031-03-22 10:00", "2031-03-22 17:00", "Zinnia choir", "draft"],
    ["2031-03-29 10:00", "2031-03-29 17:00", "Zinnia choir", "draft"],
  ];
  expect(await made()).toEqual(stands);
  expect(await page(await read(file))).toContain(t("imports.nothingTitle"));

  const longer = google(...weekly(until.replace("0330", "0406"), zoned("EXDATE", "15T100000")), ...changed);
  const again = await read(longer);
  expect(await page(again)).toContain(t("imports.changedTitle", { count: 1 }));
  await editor.post(again, { taken: ["1"] });
  expect(await made()).toEqual([...stands, ["2031-04-05 10:00", "2031-04-05 17:00", "Zinnia choir", "draft"]]);

  const without = await read(google(...event("other", "DTSTART:20310301T180000Z", "SUMMARY:Zinnia choir of others")));
  const [, series = "none"] = /name="gone"[^>]*value="([0-9a-f-]{36})"/.exec(await page(without)) ?? [];
  expect((await editor.post(without, { gone: [series], reason: "It is over." })).status).toBe(302);
  expect(await made()).toEqual([]);
});

test("a calendar of two thousand entries, one in ten repeating, is previewed", async () => {
  const entries = Array.from({ length: 2000 }, (_, at) =>
    event(
      `many-${at}`,
      ...[zoned("DTSTART", "01T100000"), zoned("DTEND", "01T110000"), `SUMMARY:Zinnia choir ${at}`],
      ...(at % 10 === 0 ? ["RRULE:FREQ=WEEKLY;COUNT=10"] : []),
    ),
  );
  const path = await read(google(...entries.flat()));
  expect(await page(path)).toContain(t("imports.newTitle", { count: 2000 }));
});

test("a remembered address is told to nobody, read again in a press and forgotten in another", async () => {
  const calendar = await makeRememberedCalendar(local(), "Zinnia remembered");
  const list = await page("/o/krcla/import");
  expect(list).toContain("Zinnia remembered");
  expect(list).not.toContain("https://calendar.example");
  const unreachable = await editor.post(`${calendar}/reading`, {});
  expect([unreachable.status, await unreachable.text()]).toEqual([
    422,
    expect.stringContaining(t("problem.calendar_unreachable")),
  ]);
  expect((await editor.post(`${calendar}/removal`, {})).headers.get("location")).toBe("/o/krcla/import");
  expect(await page("/o/krcla/import")).not.toContain("Zinnia remembered");
  expect((await editor.get(`${calendar}/reading`)).status).toBe(404);
  expect((await editor.post(`${calendar}/removal`, {})).status).toBe(404);
});

test.each([
  ["viewer", 403],
  ["member", 403],
  ["neighbor", 404],
  ["ally", 404],
  ["visitor", 302],
] as const)("the %s reads and forgets no address of KRCLA's", async (actor, status) => {
  const calendar = await makeRememberedCalendar(local(), "Zinnia kept");
  const person = await as(actor);
  expect((await person.post(`${calendar}/reading`, {})).status).toBe(status);
  expect((await person.post(`${calendar}/removal`, {})).status).toBe(status);
  expect((await editor.get(`${calendar}/removal`)).status).toBe(200);
  await editor.post(`${calendar}/removal`, {});
});

const read = async (file: string) => (await send(editor, file)).headers.get("location") ?? "";
/** What a page says, without its marks. */
const page = async (path: string) =>
  (await (await editor.get(path)).text()).replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!--.*?-->/g, "");

/** The dates of the choir: on the clock of its place, in UTC, what they are called and whether they are drafts. */
async function made(): Promise<string[][]> {
  const owner = ownerOf(local());
  const rows = await owner`
    select to_char(starts_local, 'YYYY-MM-DD HH24:MI') as local, to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as utc,
      title ->> 'en' as title, state from public.gatherings where title ->> 'en' like 'Zinnia choir%' order by starts_at`;
  await owner.end();
  return rows.map(({ local, utc, title, state }) => [local, utc, title, state]);
}
