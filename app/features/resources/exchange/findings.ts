/** Why something in a file cannot be taken as it is. Each is the key of a sentence. */
export type Reason =
  | "name_missing"
  | "too_long"
  | "too_many"
  | "link_not_web"
  | "email_not_valid"
  | "phone_not_valid"
  | "language_unknown"
  | "zone_unknown"
  | "hours_not_understood"
  | "date_not_valid"
  | "term_unknown"
  | "word_unknown"
  | "state_unknown"
  | "id_not_valid"
  | "same_as_row"
  | "formula_error"
  | "not_an_object"
  | "not_text"
  | "place_without_address"
  | "merged_cells";

export type Finding = { field: string; reason: Reason; terms?: Record<string, string | number> };

/** What is found while one row or one record is read: what sets it aside, and what is only said. */
export class Findings {
  readonly refused: Finding[] = [];
  readonly remarks: Finding[] = [];

  refuse(field: string, reason: Reason, terms?: Finding["terms"]): void {
    if (this.refused.length < 20) this.refused.push({ field, reason, ...(terms ? { terms } : {}) });
  }

  remark(field: string, reason: Reason, terms?: Finding["terms"]): void {
    if (this.remarks.length < 20) this.remarks.push({ field, reason, ...(terms ? { terms } : {}) });
  }
}

/** One service of a file, under the number by which a person finds it there. */
export type ReadEntry<Content> = {
  row: number;
  title: string;
  /** The service's id in the file, or one that its name and organization come to. */
  key: string;
  content: Content | undefined;
  refused: Finding[];
  remarks: Finding[];
};

/** A column or field that is not read; a private one is named as such. */
export type LeftOut = { name: string; is_private: boolean };

const privateName =
  /notes?$|^notes?|memo|confidential|client|case|intake|immigra|status_?(of|doc)|undocument|alien|a_?num|visa|ssn|social_?sec|birth|dob|passport|contact(_?(name|person|s))?$|메모|비고|상담|의뢰|내담|사례|신분|체류|비자|주민|생년|여권|담당자|개인|내부|사회보장/i;

/** Whether a column sounds as if it said something about a person, or was meant for few. */
export function soundsPrivate(name: string): boolean {
  return privateName.test(
    name
      .normalize("NFC")
      .trim()
      .replace(/[\s-]+/g, "_"),
  );
}
