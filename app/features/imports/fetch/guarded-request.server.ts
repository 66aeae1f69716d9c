import type { LookupAddress } from "node:dns";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { FetchRefusal } from "./fetch-refusal";

/** How the internet is reached. Only tests know another way than `theInternet`. */
export type Way = {
  resolve: (host: string) => Promise<LookupAddress[]>;
  isPublic: (address: string) => boolean;
  port: number;
  /** The certificate to trust instead of those that Node trusts. */
  ca?: string;
  /** For everything together: names, redirects, the whole body. */
  milliseconds: number;
};

/**
 * Asks one address once and follows nothing. A name is resolved by the connection itself, so the address that was looked
 * at is the address that is connected to, and it is looked at again before a word is sent.
 */
export async function guardedRequest(way: Way, url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  // For an address instead of a name, Node never calls `lookup`.
  if (isIP(host) && !way.isPublic(host)) throw new FetchRefusal("calendar_unreachable");

  return new Promise((resolve, reject) => {
    const request = get({
      host,
      port: way.port,
      path: url.pathname + url.search,
      headers: {
        host: url.host,
        accept: "text/calendar",
        "accept-encoding": "gzip",
        "user-agent": "Hamkke",
      },
      agent: false,
      lookup: publicLookup(way),
      // Said here, so that no environment variable says otherwise.
      rejectUnauthorized: true,
      ...(way.ca === undefined ? {} : { ca: way.ca }),
      signal,
    });
    request.on("socket", (socket) =>
      socket.once("connect", () => {
        if (!way.isPublic(socket.remoteAddress ?? "")) socket.destroy(new FetchRefusal("calendar_unreachable"));
      }),
    );
    request.on("response", resolve);
    request.on("error", reject);
    request.on("close", () => reject(new FetchRefusal("calendar_unreachable")));
  });
}

/** One address that is not public spoils the others of its name. */
function publicLookup({ resolve, isPublic }: Way): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => isPublic(address))) {
          callback(new FetchRefusal("calendar_unreachable"), []);
        } else if (all) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}
