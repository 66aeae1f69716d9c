import type { Findings } from "../findings";
import type { SaidAttribute } from "./attributes.server";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What every record may say of itself and we know otherwise: ids that refer back, and who last touched it. */
const silently = new Set(["metadata", "last_modified", "assured_date", "service_id", "location_id", "link_id"]);

/** One record of a file, read field by field. When it is closed, what nobody asked for is left out, by its path. */
export class HsdsRecord {
  private readonly fields: Record<string, unknown>;
  private readonly asked = new Set<string>();
  private own: { facts: SaidAttribute[]; terms: { id: string; code: string; name: string }[] } | undefined;

  constructor(
    said: unknown,
    private readonly path: string,
    private readonly findings: Findings,
    private readonly leftOut: (path: string) => void,
  ) {
    this.fields = isRecord(said) ? said : {};
    if (!isRecord(said)) findings.refuse(path || "service", "not_an_object");
  }

  has(field: string): boolean {
    return this.fields[field] !== undefined && this.fields[field] !== null;
  }

  text(field: string): string {
    this.asked.add(field);
    const value = this.fields[field] ?? "";
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    if (typeof value === "string") return value;
    this.findings.refuse(this.path + field, "not_text");
    return "";
  }

  number(field: string): number | null {
    const said = this.text(field);
    const value = Number(said);
    return said === "" || !Number.isFinite(value) ? null : value;
  }

  id(field: string): string {
    const said = this.text(field).trim().toLowerCase();
    if (said === "" || uuid.test(said)) return said;
    this.findings.refuse(this.path + field, "id_not_valid", { said: said.slice(0, 60) });
    return "";
  }

  list(field: string): HsdsRecord[] {
    this.asked.add(field);
    const value = this.fields[field] ?? [];
    if (!Array.isArray(value) || value.length > 500) {
      this.findings.refuse(this.path + field, Array.isArray(value) ? "too_many" : "not_an_object", { maximum: 500 });
      return [];
    }
    return value.map((each) => new HsdsRecord(each, `${this.path}${field}.`, this.findings, this.leftOut));
  }

  part(field: string): HsdsRecord | undefined {
    this.asked.add(field);
    return this.has(field)
      ? new HsdsRecord(this.fields[field], `${this.path}${field}.`, this.findings, this.leftOut)
      : undefined;
  }

  /** What stands beside the fields, as labels and values. */
  attributes(): SaidAttribute[] {
    return this.readAttributes().facts;
  }

  /** What it is classified as. */
  terms(): { id: string; code: string; name: string }[] {
    return this.readAttributes().terms;
  }

  closing<Value>(read: () => Value): Value {
    const value = read();
    this.close();
    return value;
  }

  close(): void {
    this.asked.add("id").add("attributes");
    for (const field of Object.keys(this.fields)) {
      if (!this.asked.has(field) && !silently.has(field)) this.leftOut(this.path + field);
    }
  }

  private readAttributes() {
    if (this.own) return this.own;
    const all = this.list("attributes").map((each) => {
      const term = each.part("taxonomy_term");
      return {
        label: each.text("label"),
        value: each.text("value"),
        term: { id: each.text("taxonomy_term_id") || (term?.text("id") ?? ""), code: term?.text("code") ?? "" },
        name: term?.text("name") ?? "",
      };
    });
    const isTerm = ({ term, name }: (typeof all)[number]) => term.id !== "" || term.code !== "" || name !== "";
    this.own = {
      facts: all.filter((each) => !isTerm(each)).map(({ label, value }) => ({ label, value })),
      terms: all.filter(isTerm).map(({ term, name }) => ({ ...term, name })),
    };
    return this.own;
  }
}
