import { checkText, checkTexts, few, longest, most } from "../checked-text";
import type { ExchangedPlace } from "../content";
import type { Findings } from "../findings";
import { textsOf } from "./attributes.server";
import { derivedId } from "./derived-id.server";
import { accessibilityWords } from "./hsds";
import type { HsdsRecord } from "./record";

/** Where a service is given. A place without an address, or that is on the web alone, is no place here. */
export function readPlaces(record: HsdsRecord, language: string, findings: Findings): ExchangedPlace[] {
  const places = record.list("service_at_locations").map((link) =>
    link.closing(() => {
      const location = link.part("location");
      const read = location?.closing(() => placeOf(location, language, findings));
      if (!read) {
        findings.remark("service_at_locations", "place_without_address");
        return undefined;
      }
      return {
        ...read,
        hsds_id: link.id("id") || derivedId("service_at_location", record.id("id"), read.location_hsds_id),
      };
    }),
  );
  const found = places.filter((place) => place !== undefined);
  found.sort((one, other) => (one.hsds_id < other.hsds_id ? -1 : 1));
  return few(found, most.places, "service_at_locations", findings);
}

function placeOf(location: HsdsRecord, language: string, findings: Findings): ExchangedPlace | undefined {
  const type = location.text("location_type");
  const attributes = location.attributes();
  const lines = (said: string, maximum: number) => checkText(said, "location", maximum, findings, true);
  const texts = (label: string, said: string, maximum: number, isLine: boolean) =>
    checkTexts(textsOf(attributes, label, said, language), "location", maximum, findings, isLine);
  const place = {
    name: lines(location.text("name"), longest.name),
    directions: texts("transportation", location.text("transportation"), longest.paragraph, false),
    ...positionOf(location),
    accessibility: featuresOf(location, findings),
  };
  const addresses = location.list("addresses").map((each) =>
    each.closing(() => ({
      type: each.text("address_type"),
      address_1: lines(each.text("address_1"), longest.line),
      address_2: lines(each.text("address_2"), longest.line),
      city: lines(each.text("city"), longest.short),
      region: lines(each.text("state_province"), longest.short),
      postal_code: lines(each.text("postal_code"), longest.postal_code),
      country: countryOf(each.text("country")),
    })),
  );
  const address = addresses.find((each) => each.type === "physical") ?? addresses[0];
  if (!address || (address.address_1 === "" && address.city === "") || type === "virtual") return undefined;
  const { type: _kind, ...where } = address;
  const location_hsds_id = location.id("id") || derivedId("location", JSON.stringify(where));
  return { hsds_id: "", location_hsds_id, ...place, ...where };
}

/** Degrees as the database keeps them; one without the other says nothing. */
function positionOf(location: HsdsRecord): Pick<ExchangedPlace, "latitude" | "longitude"> {
  const [latitude, longitude] = [location.number("latitude"), location.number("longitude")];
  const isOnEarth = latitude !== null && longitude !== null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth
    ? { latitude: Number(latitude.toFixed(6)), longitude: Number(longitude.toFixed(6)) }
    : { latitude: null, longitude: null };
}

function featuresOf(location: HsdsRecord, findings: Findings): string[] {
  const said = location.list("accessibility").map((each) => each.closing(() => each.text("description").trim()));
  const found = said.filter(Boolean).map((words) => {
    const feature = Object.entries(accessibilityWords).find(([key, known]) => key === words || known === words)?.[0];
    if (!feature) findings.remark("accessibility", "word_unknown", { said: words.slice(0, 80) });
    return feature;
  });
  return [...new Set(found.filter((feature) => feature !== undefined))];
}

function countryOf(said: string): string {
  const code = said.trim().toUpperCase();
  const known: Record<string, string> = {
    USA: "US",
    "UNITED STATES": "US",
    KOREA: "KR",
    "SOUTH KOREA": "KR",
    KOR: "KR",
  };
  return known[code] ?? (/^[A-Z]{2}$/.test(code) ? code : "US");
}
