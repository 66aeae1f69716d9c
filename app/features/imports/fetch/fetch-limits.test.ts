import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type CalendarServer, startCalendarServer } from "../../../../tests/support/calendar-server";
import { wayTo } from "../../../../tests/support/calendar-way";
import { fetchThrough } from "./fetch-through.server";
import type { Way } from "./guarded-request.server";

const calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
const unreachable = { problem: "calendar_unreachable" };

let server: CalendarServer;
let way: Way;

beforeAll(async () => {
  server = await startCalendarServer(["calendar.example"]);
});
afterAll(() => server.close());
beforeEach(() => {
  way = wayTo(server);
});

const fetched = (url = "https://calendar.example/a.ics") => fetchThrough(way, url);

test("five redirects are followed and a loop is left", async () => {
  server.answer((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) response.end(calendar);
    else response.writeHead(302, { location: `/${left - 1}` }).end();
  });
  expect(await fetched("https://calendar.example/5")).toMatchObject({ bytes: Buffer.from(calendar) });
  expect(await fetched("https://calendar.example/6")).toEqual(unreachable);

  server.answer((_request, response) => response.writeHead(302, { location: "/a.ics" }).end());
  expect(await fetched()).toEqual(unreachable);
  expect(server.asked).toHaveLength(6);
});

test.each([
  ["a beginning and then drop after drop", (send: (text: string) => void) => send(calendar)],
  ["nothing", () => {}],
])("who sends %s is not waited for", async (_what, begin) => {
  way.milliseconds = 400;
  const drips: NodeJS.Timeout[] = [];
  server.answer((_request, response) => {
    begin((text) => {
      response.write(text);
      drips.push(setInterval(() => response.write("X"), 20));
    });
  });
  expect(await fetched()).toEqual({ problem: "calendar_too_slow" });
  for (const drip of drips) clearInterval(drip);
});

test("slow redirects share one time, and so does a name that never resolves", async () => {
  way.milliseconds = 400;
  server.answer((_request, response) => {
    setTimeout(() => response.writeHead(302, { location: "/a.ics" }).end(), 150);
  });
  expect(await fetched()).toEqual({ problem: "calendar_too_slow" });

  way.resolve = () => new Promise(() => {});
  expect(await fetched()).toEqual({ problem: "calendar_too_slow" });
});

test.each(["plain", "a bomb of gzip"])("50 MB are not taken in, %s", async (kind) => {
  const packed =
    kind === "plain" ? undefined : gzipSync(Buffer.concat([Buffer.from(calendar), Buffer.alloc(50_000_000, 65)]));
  let sent = 0;
  server.answer((_request, response) => {
    if (packed) return response.setHeader("content-encoding", "gzip").end(packed);
    response.write(calendar);
    const more = (): void => {
      while (sent < 50_000_000 && !response.destroyed) {
        sent += 100_000;
        if (!response.write(Buffer.alloc(100_000, 65))) return void response.once("drain", more);
      }
      response.end();
    };
    more();
  });
  expect(await fetched()).toEqual({ problem: "calendar_too_large" });
  expect(sent).toBeLessThan(50_000_000);
});

test("5 MB exactly are taken in", async () => {
  const whole = Buffer.alloc(5_000_000, calendar);
  server.answer((_request, response) => response.end(whole));
  const result = await fetched();
  expect("bytes" in result && result.bytes.equals(whole)).toBe(true);
});
