import type { Locale } from "~/i18n/translation";
import { formatZone, knowsZone } from "~/platform/time";

export type ZoneChoice = { value: string; label: string };
export type ZoneChoices = { own: ZoneChoice[]; common: ZoneChoice[]; all: ZoneChoice[] };

const common = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "Asia/Seoul",
];

/** The zones a form offers out of those the database knows: the ones it starts with, the ones people use, all others. */
export function listZoneChoices(known: string[], own: string[], locale: Locale): ZoneChoices {
  const first = [...new Set(own)];
  const often = common.filter((zone) => known.includes(zone) && !first.includes(zone));
  return {
    own: first.map((zone) => labelled(zone, locale)),
    common: often.map((zone) => labelled(zone, locale)),
    all: known
      .filter((zone) => !first.includes(zone) && !often.includes(zone))
      .map((zone) => ({ value: zone, label: placeOf(zone) })),
  };
}

function labelled(zone: string, locale: Locale): ZoneChoice {
  return { value: zone, label: knowsZone(zone) ? `${formatZone(zone, locale)} (${placeOf(zone)})` : placeOf(zone) };
}

function placeOf(zone: string): string {
  return zone.replaceAll("_", " ");
}
