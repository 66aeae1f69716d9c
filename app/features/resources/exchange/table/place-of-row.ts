import { checkText, checkTexts, lineOf, longest } from "../checked-text";
import type { SaidContent } from "../content";
import type { Findings } from "../findings";
import type { Column, ColumnField } from "./headings";

/** Where a service of a table is given. Columns that are there for no row say nothing of places. */
export function placesOf(
  columns: Column[],
  cells: string[],
  key: string,
  idOf: (...name: string[]) => string,
  findings: Findings,
): Pick<SaidContent, "places"> {
  const has = (field: ColumnField) => columns.some((column) => column.field === field);
  if (!has("address_1") && !has("city")) return {};
  const cell = (field: ColumnField, maximum: number) =>
    checkText(cells[columns.find((column) => column.field === field)?.at ?? -1] ?? "", field, maximum, findings, true);
  const where = {
    address_1: cell("address_1", longest.line),
    address_2: cell("address_2", longest.line),
    city: cell("city", longest.short),
    region: cell("region", longest.short),
    postal_code: cell("postal_code", longest.postal_code),
    country: countryOf(cell("country", longest.short)),
  };
  if (where.address_1 === "" && where.city === "") return { places: [] };
  const directions = cell("directions", longest.paragraph);
  const language = /\p{Script=Hangul}/u.test(directions) ? "ko" : "en";
  const location_hsds_id = idOf("location", ...Object.values(where).map((each) => each.toLowerCase()));
  return {
    places: [
      {
        hsds_id: idOf("service_at_location", key, location_hsds_id),
        location_hsds_id,
        name: cell("location", longest.name),
        ...where,
        ...{ latitude: null, longitude: null },
        accessibility: featuresOf(cell("accessibility", longest.paragraph), findings),
        directions: checkTexts(
          directions === "" ? {} : { [language]: directions },
          "directions",
          longest.paragraph,
          findings,
        ),
      },
    ],
  };
}

function countryOf(said: string): string {
  const code = lineOf(said).toUpperCase();
  if (/^(KR|KOR|KOREA|SOUTH KOREA|REPUBLIC OF KOREA|한국|대한민국)$/.test(code)) return "KR";
  return /^[A-Z]{2}$/.test(code) ? code : "US";
}

const features: [string, RegExp][] = [
  ["step_free", /step.?free|ramp|wheelchair|휠체어|경사로|계단 ?없/i],
  ["accessible_restroom", /restroom|toilet|bathroom|화장실/i],
  ["accessible_parking", /parking|주차/i],
  ["near_transit", /transit|bus|subway|metro|train|대중교통|지하철|버스/i],
  ["hearing_loop", /hearing loop|청각|보청/i],
  ["quiet_room", /quiet|조용/i],
  ["child_space", /child|kids|play|아이|어린이/i],
  ["scent_free", /scent|무향/i],
];

function featuresOf(said: string, findings: Findings): string[] {
  const parts = said
    .split(/[;,\n、|]/)
    .map(lineOf)
    .filter(Boolean);
  const found = parts.map((part) => {
    const feature = features.find(([name, words]) => name === part || words.test(part))?.[0];
    if (!feature) findings.remark("accessibility", "word_unknown", { said: part.slice(0, 80) });
    return feature;
  });
  return [...new Set(found.filter((feature) => feature !== undefined))];
}
