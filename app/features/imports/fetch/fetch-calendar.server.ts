import { lookup } from "node:dns/promises";
import { fetchThrough } from "./fetch-through.server";
import type { Way } from "./guarded-request.server";
import { isPublicAddress } from "./public-address.server";

/** The calendar that somebody keeps at a public address, or the key of the sentence that says why there is none. */
export function fetchCalendar(url: string): ReturnType<typeof fetchThrough> {
  return fetchThrough(theInternet, url);
}

const theInternet: Way = {
  resolve: (host) => lookup(host, { all: true }),
  isPublic: isPublicAddress,
  port: 443,
  milliseconds: 10_000,
};
