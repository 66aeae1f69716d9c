import type { IncomingMessage } from "node:http";
import { calendarAddress, redirectedAddress } from "./calendar-address.server";
import { calendarBody } from "./calendar-body.server";
import { type FetchProblem, FetchRefusal } from "./fetch-refusal";
import { guardedRequest, type Way } from "./guarded-request.server";

export type FetchedCalendar = {
  bytes: Buffer;
  /** The address that was asked first, which lasts longer than where it led to today. */
  url: string;
};

const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/** The calendar at an address, by a way to the internet. It answers within the way's time and throws only for a bug. */
export async function fetchThrough(way: Way, typed: string): Promise<FetchedCalendar | { problem: FetchProblem }> {
  const signal = AbortSignal.timeout(way.milliseconds);
  try {
    const url = calendarAddress(typed);
    const bytes = await calendarBody(await lastAnswer(way, url, signal), signal);
    return { bytes, url: url.href };
  } catch (error) {
    return { problem: problemOf(error, signal) };
  }
}

async function lastAnswer(way: Way, from: URL, signal: AbortSignal): Promise<IncomingMessage> {
  let url = from;
  for (let asked = 0; asked <= mostRedirects; asked += 1) {
    const response = await guardedRequest(way, url, signal);
    if (response.statusCode === 200) return response;

    response.destroy();
    const { location } = response.headers;
    if (!redirects.has(response.statusCode ?? 0) || location === undefined) break;
    url = redirectedAddress(location, url);
  }
  throw new FetchRefusal("calendar_unreachable");
}

/** Whatever names, networks, certificates and packers complain of has a code; anything else is a bug of ours. */
function problemOf(error: unknown, signal: AbortSignal): FetchProblem {
  if (error instanceof FetchRefusal) return error.problem;
  if (signal.aborted) return "calendar_too_slow";
  if (error instanceof Error && "code" in error) return "calendar_unreachable";
  throw error;
}
