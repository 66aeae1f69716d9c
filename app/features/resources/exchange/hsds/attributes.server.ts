import type { Texts } from "../content";
import { derivedId } from "./derived-id.server";
import type { HsdsAttribute } from "./hsds";

/**
 * What HSDS has no field for leaves as an attribute without taxonomy, as the specification has it: a label and a value.
 * Texts in further languages are labelled `name:ko`.
 */
export function attributeWriter(id: string, entity: string) {
  const attributes: HsdsAttribute[] = [];
  const add = (label: string, value: string) => {
    if (value === "") return;
    const own = derivedId(id, "attribute", entity, label, value);
    attributes.push({ id: own, link_id: id, link_entity: entity, label, value });
  };
  return {
    attributes,
    add,
    /** The text for the field that HSDS has. Where there is not that one alone, every language has its attribute. */
    text(label: string, texts: Texts, language: string): string | undefined {
      const said = sorted(texts);
      if (said.length > 1 || said.some(([tag]) => tag !== language))
        for (const [tag, text] of said) add(`${label}:${tag}`, text);
      return texts[language] ?? said[0]?.[1];
    },
  };
}

export const sorted = <Value>(record: Record<string, Value>): [string, Value][] =>
  Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));

export type SaidAttribute = { label: string; value: string };

/** The same way back. A plain field that no attribute says was written since, in the source language. */
export function textsOf(said: SaidAttribute[], label: string, plain: string, language: string): Texts {
  const texts = Object.fromEntries(
    said
      .filter((each) => each.label.startsWith(`${label}:`))
      .map((each): [string, string] => [each.label.slice(label.length + 1), each.value]),
  );
  const isSaid = plain === "" || (texts[language] ?? (Object.values(texts).includes(plain) && plain)) === plain;
  return isSaid ? texts : { ...texts, [language]: plain };
}
