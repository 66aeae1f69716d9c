import { Ajv } from "ajv";
import formats from "ajv-formats";
import { allowListSchemas } from "./hsds-allow-list";
import { hsdsSchemas } from "./hsds-schemas";

const ajv = new Ajv({ strict: false, allErrors: true });
(formats as unknown as typeof formats.default)(ajv);
ajv.addSchema([...hsdsSchemas, ...allowListSchemas]);

/** What HSDS, or our own list of what may leave, finds wrong with a record; nothing where it is right. */
export function faultsOf(record: unknown, name: string, by: "hsds" | "allowed"): string[] {
  const validate = ajv.getSchema(`https://${by}.example/${name}`);
  if (!validate) throw new Error(`There is no ${name}.`);
  if (validate(record)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(" "),
  );
}
