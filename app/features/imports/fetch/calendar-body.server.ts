import type { IncomingMessage } from "node:http";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { decodeText } from "~/platform/decode-text";
import { FetchRefusal } from "./fetch-refusal";

const mostBytes = 5_000_000;

/** The calendar in an answer: counted while it comes, as it comes and as it unpacks, and never held beyond the limit. */
export async function calendarBody(response: IncomingMessage, signal: AbortSignal): Promise<Buffer> {
  const parts: Buffer[] = [];
  const unpacked = atMost(mostBytes).on("data", (part: Buffer) => parts.push(part));
  await pipeline([response, atMost(mostBytes), ...unpacking(response), unpacked], { signal });
  const bytes = Buffer.concat(parts);
  if (!isCalendar(bytes)) throw new FetchRefusal("not_a_calendar");
  return bytes;
}

function unpacking({ headers }: IncomingMessage): Transform[] {
  const encoding = headers["content-encoding"]?.trim().toLowerCase() || "identity";
  if (encoding === "identity") return [];
  if (encoding === "gzip" || encoding === "x-gzip") return [createGunzip()];
  return [new Transform({ transform: (_part, _encoding, done) => done(new FetchRefusal("not_a_calendar")) })];
}

function atMost(bytes: number): Transform {
  let left = bytes;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      left -= part.length;
      if (left < 0) done(new FetchRefusal("calendar_too_large"));
      else done(null, part);
    },
  });
}

/** Servers say all kinds of media types of calendars; the first words of one are always the same. */
function isCalendar(bytes: Buffer): boolean {
  return /^BEGIN:VCALENDAR/im.test(decodeText(bytes)?.text ?? "");
}
