/**
 * The records of HSDS 3.1 with the rules of its official JSON schemas, written down field by field: `!` is required, `@` another
 * record, `[]` a list, `|` between the values there are; what says nothing else is text. As in the official schemas, further
 * fields are allowed.
 *
 * After the Human Services Data Specification, an Open Referral resource (https://openreferral.org/), CC BY-SA 4.0.
 */
const records: Record<string, string> = {
  accessibility: `
    id!:uuid location_id:uuid description details url:uri attributes:@attribute[] metadata:@metadata[]`,
  address: `
    id!:uuid location_id:uuid attention address_1! address_2 city! region state_province! postal_code! country!
    address_type!:physical|postal|virtual attributes:@attribute[] metadata:@metadata[]`,
  attribute: `
    id!:uuid link_id:uuid taxonomy_term_id:uuid link_type link_entity value taxonomy_term:@taxonomy_term
    metadata:@metadata[] label`,
  contact: `
    id!:uuid organization_id:uuid service_id:uuid service_at_location_id:uuid location_id:uuid name title
    department email:email phones:@phone[] attributes:@attribute[] metadata:@metadata[]`,
  cost_option: `
    id!:uuid service_id:uuid valid_from valid_to option currency amount:number amount_description
    attributes:@attribute[] metadata:@metadata[]`,
  funding: `
    id!:uuid organization_id:uuid service_id:uuid source attributes:@attribute[] metadata:@metadata[]`,
  language: `
    id!:uuid service_id:uuid location_id:uuid phone_id:uuid name code note attributes:@attribute[]
    metadata:@metadata[]`,
  location: `
    id!:uuid location_type!:physical|postal|virtual url:uri organization_id:uuid name alternate_name description
    transportation latitude:number longitude:number external_identifier external_identifier_type
    languages:@language[] addresses:@address[] contacts:@contact[] accessibility:@accessibility[] phones:@phone[]
    schedules:@schedule[] attributes:@attribute[] metadata:@metadata[]`,
  metadata: `
    id!:uuid resource_id:uuid resource_type last_action_date! last_action_type! field_name! previous_value!
    replacement_value! updated_by!`,
  organization: `
    id!:uuid name! alternate_name description! email:email website:uri additional_websites:@url[] tax_status
    tax_id year_incorporated:number legal_status logo uri:uri parent_organization_id:uuid funding:@funding[]
    contacts:@contact[] phones:@phone[] locations:@location[] programs:@program[]
    organization_identifiers:@organization_identifier[] attributes:@attribute[] metadata:@metadata[]`,
  organization_identifier: `
    id!:uuid organization_id:uuid identifier_scheme identifier_type! identifier! attributes:@attribute[]
    metadata:@metadata[]`,
  phone: `
    id!:uuid location_id:uuid service_id:uuid organization_id:uuid contact_id:uuid service_at_location_id:uuid
    number! extension:number type description languages:@language[] attributes:@attribute[] metadata:@metadata[]`,
  program: `
    id!:uuid organization_id:uuid name! alternate_name description! attributes:@attribute[] metadata:@metadata[]`,
  required_document: `
    id!:uuid service_id:uuid document uri:uri attributes:@attribute[] metadata:@metadata[]`,
  schedule: `
    id!:uuid service_id:uuid location_id:uuid service_at_location_id:uuid valid_from valid_to dtstart
    timezone:number until count:number wkst:MO|TU|WE|TH|FR|SA|SU freq:WEEKLY|MONTHLY interval:number byday
    byweekno bymonthday byyearday description opens_at closes_at schedule_link:uri attending_type notes
    attributes:@attribute[] metadata:@metadata[]`,
  service: `
    id!:uuid organization_id:uuid program_id:uuid name! alternate_name description url:uri additional_urls:@url[]
    email:email status!:active|inactive|defunct|temporarily_closed interpretation_services application_process
    fees_description wait_time fees accreditations eligibility_description minimum_age:number maximum_age:number
    assured_date assurer_email:email licenses alert last_modified:date-time phones:@phone[] schedules:@schedule[]
    service_areas:@service_area[] service_at_locations:@service_at_location[] languages:@language[]
    organization:@organization funding:@funding[] cost_options:@cost_option[] program:@program
    required_documents:@required_document[] contacts:@contact[] capacities:@service_capacity[]
    attributes:@attribute[] metadata:@metadata[]`,
  service_area: `
    id!:uuid service_id:uuid service_at_location_id:uuid name description extent extent_type uri
    attributes:@attribute[] metadata:@metadata[]`,
  service_at_location: `
    id!:uuid service_id:uuid location_id:uuid description service_areas:@service_area[] contacts:@contact[]
    phones:@phone[] schedules:@schedule[] location:@location attributes:@attribute[] metadata:@metadata[]`,
  service_capacity: `
    id!:uuid service_id:uuid unit!:@unit unit_id:uuid available!:number maximum:number description
    updated!:date-time attributes:@attribute[] metadata:@metadata[]`,
  taxonomy: `
    id!:uuid name! description! uri:uri version metadata:@metadata[]`,
  taxonomy_term: `
    id!:uuid code name! description! parent_id:uuid taxonomy taxonomy_detail:@taxonomy language taxonomy_id:uuid
    term_uri:uri metadata:@metadata[]`,
  unit: `
    id!:uuid name! scheme identifier uri:uri attributes:@attribute[] metadata:@metadata[]`,
  url: `
    id!:uuid label url!:uri organization_id:uuid service_id:uuid attributes:@attribute[] metadata:@metadata[]`,
};

const uri = (name: string) => `https://hsds.example/${name}`;

function schemaOf(said: string): object {
  if (said.startsWith("@") && said.endsWith("[]")) return { type: "array", items: schemaOf(said.slice(0, -2)) };
  if (said.startsWith("@")) return { $ref: uri(said.slice(1)) };
  if (said === "number") return { type: "number" };
  if (said.includes("|")) return { type: "string", enum: said.replaceAll("_", " ").split("|") };
  return said === "" ? { type: "string" } : { type: "string", format: said };
}

/** Each record as a JSON schema. */
export const hsdsSchemas = Object.entries(records).map(([name, said]) => {
  const fields = said
    .trim()
    .split(/\s+/)
    .map((field) => /^([a-z_0-9]+)(!?)(?::(.*))?$/.exec(field) ?? []);
  return {
    $id: uri(name),
    type: "object",
    properties: Object.fromEntries(fields.map(([, field = "", , type = ""]) => [field, schemaOf(type)])),
    required: fields.filter(([, , mark]) => mark === "!").map(([, field]) => field),
  };
});
