import { contentLine } from "./content-line";
import { basicInstant } from "./wall-time";
import type { ZoneClock } from "./zone-clock";

/** A VTIMEZONE that says how the clocks stand in the years of a feed, change by change and without a rule that could end. */
export function timeZoneComponent({ zone, from, offset, changes }: ZoneClock): string {
  const observances = [{ at: from, before: offset, after: offset }, ...changes].map(({ at, before, after }, index) => {
    const kind = index > 0 && after > before ? "DAYLIGHT" : "STANDARD";
    return [
      contentLine("BEGIN", kind),
      contentLine("DTSTART", basicInstant(new Date(at + before).toISOString()).slice(0, -1)),
      contentLine("TZOFFSETFROM", offsetValue(before)),
      contentLine("TZOFFSETTO", offsetValue(after)),
      contentLine("END", kind),
    ].join("");
  });
  return (
    contentLine("BEGIN", "VTIMEZONE") +
    contentLine("TZID", zone) +
    observances.join("") +
    contentLine("END", "VTIMEZONE")
  );
}

/** `-0800` of milliseconds. */
function offsetValue(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${offset < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}${String(rest).padStart(2, "0")}`;
}
