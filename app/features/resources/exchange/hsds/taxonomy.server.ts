import { derivedId } from "./derived-id.server";
import type { HsdsTaxonomy, HsdsTerm } from "./hsds";

export type Need = {
  id: string;
  parent_id: string | null;
  name: Record<string, string>;
  open_eligibility_code: string | null;
};

export const taxonomy: HsdsTaxonomy = {
  id: derivedId("taxonomy"),
  name: "Hamkke needs",
  description:
    "A subset of Open Eligibility 2.0 by Aunt Bertha (CC BY-SA 3.0), with what immigrants need besides, in Korean and English. CC BY-SA 3.0.",
  uri: "https://github.com/auntbertha/openeligibility",
  version: "1",
};

/** A need as a taxonomy term. Those of Open Eligibility carry its code. */
export function writeNeed({ id, parent_id, name, open_eligibility_code }: Need): HsdsTerm {
  return {
    id: derivedId("term", id),
    code: open_eligibility_code ?? id,
    name: name.en ?? id,
    description: name.ko ?? "",
    ...(parent_id ? { parent_id: derivedId("term", parent_id) } : {}),
    taxonomy: taxonomy.name,
    taxonomy_id: taxonomy.id,
    language: "en",
  };
}
