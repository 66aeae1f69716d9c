import { pickText } from "~/i18n/pick-text";
import type { Locale } from "~/i18n/translation";
import { registrationLines } from "~/platform/registration-sentences";
import type { GatheringPage } from "../card";
import { isPublic } from "./may-be-found";

type Telling = {
  locale: Locale;
  url: string;
  /** What the demonstration is not, in the page's language; machines are told as well. */
  demonstration: string | null;
};

/**
 * A public gathering in the words of schema.org, for programs that read pages: null for every other gathering. Where it is
 * stays the area, unless the exact address is open to everyone too.
 */
export function publicEvent(gathering: GatheringPage, { locale, url, demonstration }: Telling) {
  if (!isPublic(gathering)) return null;
  const { title, description, area, detail, state, starts_at, ends_at, languages, organization } = gathering;
  const text = [demonstration, ...registrationLines(gathering.kind), pickText(description, locale).text]
    .filter(Boolean)
    .join("\n\n");
  const address = (detail?.audience === "everyone" && detail.address) || area;
  const cancelled = state === "cancelled";
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: pickText(title, locale).text,
    ...(text ? { description: text } : {}),
    startDate: starts_at,
    endDate: ends_at,
    eventStatus: `https://schema.org/${cancelled ? "EventCancelled" : "EventScheduled"}`,
    ...(address ? { location: { "@type": "Place", name: area || address, address } } : {}),
    ...(languages.length > 0 ? { inLanguage: languages } : {}),
    organizer: { "@type": "Organization", name: organization.display_name },
    url,
  };
}
