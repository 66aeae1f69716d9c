import { FetchRefusal } from "./fetch-refusal";

/** What a person typed or pasted, as an address that may be asked; calendar programs write webcal: for https:. */
export function calendarAddress(typed: string): URL {
  return plainAddress(typed.trim().replace(/^webcals?:/i, "https:"));
}

/** Where an answer leads on, which must be as plain as what was typed. */
export function redirectedAddress(location: string, from: URL): URL {
  return plainAddress(location, from);
}

function plainAddress(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new FetchRefusal("calendar_not_https");
  const url = new URL(text, base);
  if (url.protocol !== "https:") throw new FetchRefusal("calendar_not_https");
  if (url.username || url.password || url.port) throw new FetchRefusal("calendar_address_not_plain");
  url.hash = "";
  return url;
}
