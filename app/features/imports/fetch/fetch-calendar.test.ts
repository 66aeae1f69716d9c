import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type CalendarServer, startCalendarServer } from "../../../../tests/support/calendar-server";
import { inside, outside, wayTo } from "../../../../tests/support/calendar-way";
import { fetchCalendar } from "./fetch-calendar.server";
import { fetchThrough } from "./fetch-through.server";
import type { Way } from "./guarded-request.server";

const calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
const unreachable = { problem: "calendar_unreachable" };

let server: CalendarServer;
let way: Way;
/** What the names resolve to, time after time; the last stays. */
let resolved: string[][];

beforeAll(async () => {
  server = await startCalendarServer(["calendar.example", "other.example"]);
});
afterAll(() => server.close());
beforeEach(() => {
  resolved = [[outside]];
  way = wayTo(server, () => (resolved.length > 1 ? resolved.shift() : resolved[0]) ?? []);
});
afterEach(() => server.answer((_request, response) => response.writeHead(404).end()));

const redirectTo = (location: string, status = 302) =>
  server.answer((_request, response) => response.writeHead(status, { location }).end());
const fetched = (url = "https://calendar.example/a.ics") => fetchThrough(way, url);

test("the calendar at an address comes as it is, and its server learns nothing but the product's name", async () => {
  server.answer((_request, response) => response.setHeader("set-cookie", "seen=1").end(calendar));

  expect(await fetched("https://calendar.example/a.ics?key=1#part")).toEqual({
    bytes: Buffer.from(calendar),
    url: "https://calendar.example/a.ics?key=1",
  });
  expect(server.asked).toEqual([
    {
      at: outside,
      path: "/a.ics?key=1",
      headers: {
        host: "calendar.example",
        accept: "text/calendar",
        "accept-encoding": "gzip",
        "user-agent": "Hamkke",
        connection: "close",
      },
    },
  ]);
});

test("an address that begins with webcal: is asked as https:", async () => {
  server.answer((_request, response) => response.end(calendar));
  expect(await fetched(" WebCal://calendar.example/a.ics ")).toMatchObject({ url: "https://calendar.example/a.ics" });
});

test("a packed calendar is unpacked", async () => {
  server.answer((_request, response) => response.setHeader("content-encoding", "gzip").end(gzipSync(calendar)));
  expect(await fetched()).toMatchObject({ bytes: Buffer.from(calendar) });
});

test.each([301, 302, 303, 307, 308])(
  "a calendar that moved (%i) is followed, without cookies or a referrer",
  async (status) => {
    server.answer((request, response) =>
      request.url === "/a.ics"
        ? response.writeHead(status, { location: "//other.example/b.ics", "set-cookie": "seen=1" }).end()
        : response.end(calendar),
    );

    expect(await fetched()).toMatchObject({ bytes: Buffer.from(calendar), url: "https://calendar.example/a.ics" });
    expect(server.asked.map(({ path }) => path)).toEqual(["/a.ics", "/b.ics"]);
    expect(server.asked[1]?.headers).not.toHaveProperty("cookie");
    expect(server.asked[1]?.headers).not.toHaveProperty("referer");
  },
);

test.each([
  ["calendar_not_https", "http://calendar.example/a.ics"],
  ["calendar_not_https", "file:///etc/passwd"],
  ["calendar_not_https", "data:text/calendar,BEGIN:VCALENDAR"],
  ["calendar_not_https", "ftp://calendar.example/a.ics"],
  ["calendar_not_https", "calendar.example/a.ics"],
  ["calendar_not_https", "https://"],
  ["calendar_not_https", ""],
  ["calendar_address_not_plain", "https://user@calendar.example/a.ics"],
  ["calendar_address_not_plain", "https://user:word@calendar.example/a.ics"],
  ["calendar_address_not_plain", "https://calendar.example:8443/a.ics"],
  ["calendar_address_not_plain", "webcal://calendar.example:80/a.ics"],
])("%s: nobody is asked at %s, nor where an answer leads there", async (problem, address) => {
  expect(await fetched(address)).toEqual({ problem });
  expect(server.reached).toEqual([]);

  if (!address.includes("://") || address === "https://") return;
  redirectTo(address.replace("webcal:", "https:"));
  expect(await fetched()).toEqual({ problem });
  expect(server.asked).toHaveLength(1);
});

test.each([
  `https://${inside}/`,
  "https://127.2/",
  "https://0x7f.2/",
  "https://2130706434/",
  "https://0177.0.0.2/",
  "https://127.0.0.2./",
  "https://[::1]/",
  "https://[::ffff:127.0.0.2]/",
  "https://[64:ff9b::7f00:2]/",
  "https://169.254.169.254/latest/",
])("%s is not connected to, typed or as the place an answer leads to", async (address) => {
  server.answer((_request, response) => response.end(calendar));
  expect(await fetched(address)).toEqual(unreachable);
  expect(server.reached).toEqual([]);

  redirectTo(address);
  expect(await fetched()).toEqual(unreachable);
  expect(server.reached).toEqual([outside]);
});

test.each([[[inside]], [[outside, inside]], [[inside, outside]], [["::1"]], [[]]])(
  "a name that resolves to %j is not connected to",
  async (addresses) => {
    server.answer((_request, response) => response.end(calendar));
    resolved = [addresses];
    expect(await fetched()).toEqual(unreachable);
    expect(server.reached).toEqual([]);
  },
);

test("a name that is public first and private after a redirect is not asked again", async () => {
  redirectTo("/again");
  resolved = [[outside], [inside]];
  expect(await fetched()).toEqual(unreachable);
  expect(server.reached).toEqual([outside]);
});

test("a name is resolved once for one connection, so that nothing else can be connected to than was looked at", async () => {
  server.answer((_request, response) => response.end(calendar));
  resolved = [[outside], [inside]];
  expect(await fetched()).toMatchObject({ bytes: Buffer.from(calendar) });
  expect(server.reached).toEqual([outside]);
  expect(resolved).toEqual([[inside]]);
});

test("where the connection ends is looked at before a word is sent", async () => {
  server.answer((_request, response) => response.end(calendar));
  let looks = 0;
  way.isPublic = () => ++looks === 1;
  expect(await fetched()).toEqual(unreachable);
  expect(server.asked).toEqual([]);
});

test.each([
  ["a page to sign in", {}, "<!doctype html><title>Sign in</title>"],
  ["nothing", {}, ""],
  ["a picture", {}, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0])],
  ["a packing that was not asked for", { "content-encoding": "br" }, calendar],
])("%s is not a calendar", async (_what, headers, body) => {
  server.answer((_request, response) => response.writeHead(200, headers).end(body));
  expect(await fetched()).toEqual({ problem: "not_a_calendar" });
});

test("a calendar in Windows' two-byte characters is one", async () => {
  const bytes = Buffer.from(`\uFEFF${calendar}`, "utf16le");
  server.answer((_request, response) => response.end(bytes));
  expect(await fetched()).toMatchObject({ bytes });
});

test.each([204, 206, 304, 400, 401, 403, 404, 410, 500, 503])(
  "an answer of %i says no more than that nothing is there",
  async (status) => {
    server.answer((_request, response) => response.writeHead(status).end());
    expect(await fetched()).toEqual(unreachable);
  },
);

test("what breaks off, switches protocols, or is packed wrongly says no more than that nothing is there", async () => {
  server.answer((_request, response) => {
    response.write(calendar);
    setTimeout(() => response.destroy(), 50);
  });
  expect(await fetched()).toEqual(unreachable);

  server.answer((request) =>
    request.socket.end("HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n"),
  );
  expect(await fetched()).toEqual(unreachable);

  server.answer((_request, response) => response.setHeader("content-encoding", "gzip").end(calendar));
  expect(await fetched()).toEqual(unreachable);
});

test("a certificate that is not trusted, or another's, is nobody's", async () => {
  server.answer((_request, response) => response.end(calendar));
  expect(await fetched("https://third.example/a.ics")).toEqual(unreachable);

  const { ca: _own, ...untrusting } = way;
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
  expect(await fetchThrough(untrusting, "https://calendar.example/a.ics")).toEqual(unreachable);
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  expect(server.asked).toEqual([]);
});

test.each(["https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://10.0.0.1/"])(
  "as it is used, %s is unreachable",
  async (address) => {
    expect(await fetchCalendar(address)).toEqual(unreachable);
  },
);
