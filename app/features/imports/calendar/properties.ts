import ICAL from "ical.js";
import type { Moment, Reason } from "./entry";
import type { Block } from "./split-calendar";

export type Property = { params: Record<string, string>; type: string; values: unknown[] };
export type Properties = Map<string, Property[]>;
/** The zone that a calendar means by a name. */
export type ZoneNamed = (name: string) => string | undefined;
/** Why an entry is read no further. */
export type Stopped = { reason: Reason; terms?: Record<string, string> };

export function momentOf(properties: Properties, name: string, zoneNamed: ZoneNamed): Moment | Stopped | undefined {
  const found = properties.get(name)?.[0];
  return found && momentIn(found, found.values[0], zoneNamed);
}

/** A value of a property as a moment. */
export function momentIn({ params }: Property, value: unknown, zoneNamed: ZoneNamed): Moment | Stopped {
  const [, on, at = "00:00:00", isInstant] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(Z?))?$/.exec(String(value)) ?? [];
  if (!on) return { reason: "time_unreadable" };
  if (isInstant) return { at: `${on}T${at}Z` };
  const named = params.tzid;
  const zone = named ? zoneNamed(named) : null;
  if (named && !zone) return { reason: "zone_unknown", terms: { zone: named.slice(0, 100) } };
  return { wall: `${on}T${at}`, zone: zone ?? null };
}

/** What can be read of its lines; a line that cannot is as good as missing. */
export function propertiesOf(block: Block): Properties {
  const properties: Properties = new Map();
  for (const { name, text } of block.lines) {
    try {
      const [, params, type, ...values] = ICAL.parse.property(text) as [
        string,
        Record<string, string>,
        string,
        ...unknown[],
      ];
      const one: Property = { params, type, values };
      properties.set(name, [...(properties.get(name) ?? []), one]);
    } catch {}
  }
  return properties;
}

export function textOf(properties: Properties, name: string): string {
  const value = properties.get(name)?.[0]?.values[0];
  return typeof value === "string" ? value.normalize("NFC") : "";
}

export function languageOf(properties: Properties, name: string): string {
  const said = properties.get(name)?.[0]?.params.language ?? "";
  const tag = /^([A-Za-z]{2,3})(?:-|$)/.exec(said)?.[1]?.toLowerCase();
  return tag ?? (/[\uac00-\ud7a3\u3131-\u318e]/.test(textOf(properties, name)) ? "ko" : "en");
}
