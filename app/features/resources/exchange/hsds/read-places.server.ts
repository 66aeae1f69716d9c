import { checkText, checkTexts, few, longest, most } from "../checked-text";
import type { ExchangedPlace } from "../content";
import type { Findings } from "../findings";
import { textsOf } from "./attributes.server";
import { derivedId } from "./derived-id.server";
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
  return few(
    places.filter((place) => place !== undefined),
    most.places,
    "service_at_locations",
    findings,
  );
}

function placeOf(location: HsdsRecord, language: string, findings: Findings): ExchangedPlace | undefined {
  const type = location.text("location_type");
  const attributes = location.attributes();
  const lines = (said: string, maximum: number) => checkText(said, "location", maximum, findings, true);
  const texts = (label: string, said: string, maximum: number, isLine: boolean) =>
    checkTexts(textsOf(attributes, label, said, language), "location", maximum, findings, isLine);
  const place = {
    name: texts("name", location.text("name"), longest.name, true),
    directions: texts("transportation", location.text("transportation"), longest.paragraph, false),
    latitude: within(location.number("latitude"), 90),
    longitude: within(location.number("longitude"), 180),
    accessibility: few(
      location
        .list("accessibility")
        .map((each) => each.closing(() => lines(each.text("description"), 200)))
        .filter(Boolean),
      most.lines,
      "accessibility",
      findings,
    ),
  };
  const addresses = location.list("addresses").map((each) =>
    each.closing(() => ({
      type: each.text("address_type"),
      address_1: lines(each.text("address_1"), longest.line),
      address_2: lines(each.text("address_2"), longest.line),
      city: lines(each.text("city"), longest.name),
      region: lines(each.text("state_province"), longest.name),
      postal_code: lines(each.text("postal_code"), 20),
      country: countryOf(each.text("country")),
    })),
  );
  const address = addresses.find((each) => each.type === "physical") ?? addresses[0];
  if (!address || (address.address_1 === "" && address.city === "") || type === "virtual") return undefined;
  const { type: _kind, ...where } = address;
  const location_hsds_id = location.id("id") || derivedId("location", JSON.stringify(where));
  return { hsds_id: "", location_hsds_id, ...place, ...where };
}

const within = (number: number | null, most: number) => (number !== null && Math.abs(number) <= most ? number : null);

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
