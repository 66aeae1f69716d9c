import { afterAll, beforeAll, expect, test } from "vitest";
import type { Visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { wordsIn } from "../support/words";
import { as, local } from "./cast";
import { importPage, send } from "./send-calendar";

const t = wordsIn("en");
const event = (uid: string, ...lines: string[]) => [
  ...["BEGIN:VEVENT", `UID:${uid}@imports.example`, "DTSTART:20310301T180000Z", "DTEND:20310301T190000Z"],
  ...lines,
  "END:VEVENT",
];
const calendar = (...lines: string[]) => `BEGIN:VCALENDAR\r\n${lines.join("\r\n")}\r\nEND:VCALENDAR\r\n`;
/** "상담" in CP949, which most bytes of are no UTF-8. */
const korean = Buffer.concat([
  Buffer.from("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:cp949@imports.example\r\nDTSTART:20310301T180000Z\r\nSUMMARY:"),
  Buffer.from([0xbb, 0xf3, 0xb4, 0xe3]),
  Buffer.from("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
]);

const forget = async () => {
  const owner = ownerOf(local());
  await owner`delete from public.gatherings g using public.imported_events i where i.gathering_id = g.id and i.uid like '%@imports.example'`;
  await owner.end();
};
let editor: Visitor;
beforeAll(async () => {
  editor = await as("editor");
});
afterAll(forget);

test("a file becomes a preview, and what is chosen of it drafts; importing the same file again changes nothing", async () => {
  const file = calendar(...event("one", "SUMMARY:Zinnia one"), ...event("two", "SUMMARY:Zinnia two"), ...event("none"));
  const preview = await send(editor, file);
  expect(preview.status).toBe(302);
  const path = preview.headers.get("location") ?? "";
  const html = await (await editor.get(path)).text();
  for (const words of ["Zinnia one", "Zinnia two", t("imports.reason.no_title")]) expect(html).toContain(words);
  expect(await made()).toEqual([]);

  expect((await editor.post(path, { taken: ["1"] })).headers.get("location")).toBe(path);
  expect(await made()).toEqual([["Zinnia one", "draft", "owner"]]);
  expect(await (await editor.get(path)).text()).toContain(t("imports.made", { count: 1 }));
  expect((await editor.post(path, { taken: ["1", "2"] })).status).toBe(302);
  expect(await made()).toHaveLength(1);

  const again = (await send(editor, file)).headers.get("location") ?? "";
  expect(await (await editor.get(again)).text()).not.toContain("Zinnia one");
  await forget();
});

test("two clerks who import the same file at the same moment make each gathering once", async () => {
  const file = calendar(...event("race", "SUMMARY:Zinnia race"));
  const clerks = [editor, await as("admin")];
  const paths = await Promise.all(clerks.map(async (clerk) => (await send(clerk, file)).headers.get("location") ?? ""));
  const answers = await Promise.all(clerks.map((clerk, at) => clerk.post(paths[at] ?? "", { taken: ["1"] })));
  expect(answers.map(({ status }) => status)).toEqual([302, 302]);
  expect(await made()).toEqual([["Zinnia race", "draft", "owner"]]);
  await forget();
});

test("a calendar in CP949 is read", async () => {
  const path = (await send(editor, korean)).headers.get("location") ?? "";
  const html = await (await editor.get(path)).text();
  expect(html).toContain("상담");
  expect(html).toContain(t("imports.cp949"));
});

test.each([
  ["no file", "", "file_required"],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), "not_a_calendar"],
  ["a text", "Saturday at ten", "not_a_calendar"],
  ["an empty calendar", calendar(), "calendar_empty"],
  [
    "a calendar without end",
    calendar(...Array.from({ length: 2001 }, (_, at) => event(`${at}`)).flat()),
    "too_many_entries",
  ],
  ["a file of more than 5 MB", Buffer.alloc(5 * 1024 * 1024 + 1, "a"), "file_too_large"],
] as const)("%s is refused in a sentence beside the field", async (_name, file, key) => {
  const answer = await send(editor, file);
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(t(`problem.${key}`))]);
});

test.each([
  ["http://calendar.example/week.ics", "calendar_not_https"],
  ["https://127.0.0.1/week.ics", "calendar_unreachable"],
  ["https://169.254.169.254/latest", "calendar_unreachable"],
  ["https://somebody:secret@calendar.example/week.ics", "calendar_address_not_plain"],
] as const)("the address %s is refused in a sentence, and kept as it was typed", async (address, key) => {
  const answer = await send(editor, "", { address });
  const html = await answer.text();
  expect([answer.status, html]).toEqual([422, expect.stringContaining(t(`problem.${key}`).replaceAll("'", "&#x27;"))]);
  expect(html).toContain(`value="${address}"`);
});

test("a file of 50 MB is answered in a sentence", async () => {
  const answer = await send(editor, Buffer.alloc(50 * 1024 * 1024, "a"));
  expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining(t("server.fileTooLarge"))]);
});

test("no other form takes a file, nor this one what is none", async () => {
  expect((await send(editor, Buffer.alloc(2 * 1024 * 1024, "a"), { path: "/settings/profile" })).status).toBe(413);
  expect((await send(editor, korean, { path: "/settings/profile" })).status).toBe(400);
  expect((await editor.post(importPage, {}, { headers: { "content-type": "text/calendar" } })).status).not.toBe(302);
});

test.each([
  ["viewer", 403],
  ["member", 403],
  ["neighbor", 404],
  ["ally", 404],
  ["visitor", 302],
] as const)("the %s imports nothing for KRCLA", async (actor, status) => {
  const person = await as(actor);
  expect((await send(person, calendar(...event(actor, "SUMMARY:Zinnia no")))).status).toBe(status);
  const path = (await send(editor, calendar(...event("theirs", "SUMMARY:Zinnia no")))).headers.get("location") ?? "";
  expect((await person.post(path, { taken: ["1"] })).status).toBe(status);
  expect(await made()).toEqual([]);
});

test("something gone is cancelled only with a reason, and the choice is kept until there is one", async () => {
  const two = [...event("stays", "SUMMARY:Zinnia stays"), ...event("goes", "SUMMARY:Zinnia goes")];
  const first = (await send(editor, calendar("X-WR-CALNAME:Zinnias", ...two))).headers.get("location") ?? "";
  await editor.post(first, { taken: ["1", "2"] });
  const owner = ownerOf(local());
  const [goes] =
    await owner`update public.gatherings set state = 'scheduled' where title ->> 'en' = 'Zinnia goes' returning id`;
  await owner.end();

  const rest = calendar("X-WR-CALNAME:Zinnias", ...event("stays", "SUMMARY:Zinnia stays"));
  const path = (await send(editor, rest)).headers.get("location") ?? "";
  const refused = await editor.post(path, { gone: [String(goes?.id)], reason: " " });
  const html = await refused.text();
  expect([refused.status, html]).toEqual([422, expect.stringContaining(t("problem.reason_required"))]);
  expect(new RegExp(`<input[^>]*value="${goes?.id}"[^>]*>`).exec(html)?.[0]).toContain("checked");
  expect((await editor.post(path, { gone: [String(goes?.id)], reason: "The hall is closed." })).status).toBe(302);
  expect(await (await editor.get(path)).text()).toContain(t("imports.cancelled", { count: 1 }));
  expect((await made()).map(([title, state]) => [title, state])).toEqual([
    ["Zinnia goes", "cancelled"],
    ["Zinnia stays", "draft"],
  ]);
  await forget();
});

/** What of these tests stands in the calendar, by title. */
async function made(): Promise<[title: string, state: string, audience: string][]> {
  const owner = ownerOf(local());
  const rows = await owner`
    select g.title ->> 'en' as title, g.state, g.audience from public.gatherings g
    join public.imported_events i on i.gathering_id = g.id
    where i.uid like '%@imports.example' order by 1`;
  await owner.end();
  return rows.map(({ title, state, audience }) => [title, state, audience]);
}
