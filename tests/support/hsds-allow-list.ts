import { hsdsSchemas } from "./hsds-schemas";

/** Everything that leaves in an export. A field that is not here stays, whatever HSDS would allow. */
const allowed: Record<string, string> = {
  service:
    "id organization_id name description url email status fees_description eligibility_description assured_date last_modified organization phones schedules service_areas service_at_locations languages required_documents attributes",
  organization: "id name alternate_name description website attributes",
  phone: "id service_id number extension description attributes",
  schedule: "id service_id freq byday opens_at closes_at attributes",
  service_area: "id service_id name",
  service_at_location: "id service_id location_id location",
  location: "id location_type name transportation latitude longitude addresses accessibility attributes",
  address: "id location_id address_1 address_2 city state_province postal_code country address_type",
  accessibility: "id location_id description",
  language: "id service_id code note",
  required_document: "id service_id document",
  attribute: "id link_id link_entity label value taxonomy_term_id taxonomy_term",
  taxonomy_term: "id code name description parent_id taxonomy taxonomy_id taxonomy_detail language",
  taxonomy: "id name description uri version",
};

/** What an attribute may say. */
const labels =
  /^((name|description|eligibility|required_documents|cost_note|transportation|translation|closed_on\/\d{4}-\d{2}-\d{2}):[a-zA-Z-]+|source_language|time_zone|cost|credential|credential_url|credential_checked_on|information_as_of|jurisdiction|reviewed_by|closed_on|alternate_name|extension|open_24_hours|closes_next_day)$/;

/** The official schemas without room for anything else, under names of their own. */
export const allowListSchemas = Object.entries(allowed).map(([name, said]) => {
  const official = hsdsSchemas.find(({ $id }) => $id === `https://hsds.example/${name}`);
  const fields = said.split(" ").map((field): [string, unknown] => [field, strict(official?.properties[field], field)]);
  return {
    $id: `https://allowed.example/${name}`,
    type: "object",
    properties: Object.fromEntries(fields),
    required: official?.required ?? [],
    additionalProperties: false,
  };
});

function strict(schema: object | undefined, field: string): unknown {
  if (!schema) throw new Error(`HSDS has no field ${field}.`);
  if (field === "label") return { type: "string", pattern: labels.source };
  return JSON.parse(JSON.stringify(schema).replaceAll("https://hsds.", "https://allowed."));
}
