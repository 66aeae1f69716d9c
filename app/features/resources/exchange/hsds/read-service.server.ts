import { checkEmail, checkLink, checkPhone, checkText, checkTexts, dayOf, few, longest, most } from "../checked-text";
import type { ExchangedPhone, ExchangedTranslation, SaidContent, ServiceContent, Texts } from "../content";
import { Findings, type ReadEntry } from "../findings";
import { type SaidAttribute, textsOf } from "./attributes.server";
import { derivedId } from "./derived-id.server";
import { languageNotes, statusOf } from "./hsds";
import { readPlaces } from "./read-places.server";
import { readSchedules } from "./read-schedules.server";
import { HsdsRecord } from "./record";

/** What reading needs to know of the house: its usual language and zone, the taxonomy, the zones there are. */
export type Known = {
  organization: string;
  language: string;
  timeZone: string;
  /** Our terms, by the ids and codes under which they leave. */
  termOf(said: string): string | undefined;
  isZone(name: string): boolean;
};

/** A service in HSDS as what it would be here. Fields that have no place here are told to `leftOut`, and never looked into. */
export function readService(
  said: unknown,
  row: number,
  known: Known,
  leftOut: (path: string) => void,
): ReadEntry<SaidContent> {
  const findings = new Findings();
  const record = new HsdsRecord(said, "", findings, leftOut);
  const id = record.id("id");
  const attributes = record.attributes();
  const fact = (label: string) => attributes.find((each) => each.label === label)?.value ?? "";
  const language = fact("source_language") || known.language;
  // Ours says all there is, so that what it leaves unsaid is empty; of anybody else's that is not known.
  const isWhole = fact("source_language") !== "";
  const zone = zoneOf(fact("time_zone"), known, findings);
  const content = {
    state: stateOf(record.text("status"), findings),
    source_language: language,
    name: texts("name", "name", longest.name, true),
    description: texts("description", "description", longest.description),
    eligibility: texts("eligibility", "eligibility_description", longest.paragraph),
    required_documents: checkTexts(
      textsOf(attributes, "required_documents", documentsOf(record), language),
      "required_documents",
      longest.paragraph,
      findings,
    ),
    cost: costOf(fact("cost")),
    cost_note: texts("cost_note", "fees_description", longest.cost_note),
    website: checkLink(record.text("url"), "url", findings),
    email: checkEmail(record.text("email"), "email", findings),
    area_served: areasOf(record, findings),
    terms: termsOf(record, known, findings),
    ...languagesOf(record, findings),
    time_zone: zone,
    phones: phonesOf(record, language, findings),
    schedules: readSchedules(record, findings),
    closures: closuresOf(attributes, findings),
    ...legalOf(fact, findings),
    translations: translationsOf(attributes),
    places: readPlaces(record, language, findings),
  } satisfies Omit<ServiceContent, "provider">;
  const provider = providerOf(record, language, findings);
  record.close();

  const title = content.name[language] ?? Object.values(content.name)[0] ?? "";
  if (title === "" && findings.refused.length === 0) findings.refuse("name", "name_missing");
  const key = id || derivedId(known.organization, "service", title, JSON.stringify(provider?.name ?? ""));
  const { refused, remarks } = findings;
  const told = { ...(isWhole ? content : withoutUnsaid(content, record)), ...(provider ? { provider } : {}) };
  return { row, title, key, content: refused.length > 0 ? undefined : told, refused, remarks };

  function texts(label: string, field: string, maximum: number, isLine = false): Texts {
    return checkTexts(textsOf(attributes, label, record.text(field), language), field, maximum, findings, isLine);
  }
}

/** What a foreign record leaves unsaid is not known to be empty, so that it empties nothing here. */
function withoutUnsaid(content: SaidContent, record: HsdsRecord): SaidContent {
  const isKept = ([field, value]: [string, unknown]) =>
    ["name", "source_language", "state", "time_zone"].includes(field) ||
    (Array.isArray(value) ? value.length > 0 || record.has(field) : isSaid(value));
  return Object.fromEntries(Object.entries(content).filter(isKept));
}

const isSaid = (value: unknown) =>
  typeof value === "object" && value !== null
    ? Object.values(value).some((each) => each !== "")
    : value !== "" && value !== null && value !== "unknown";

function zoneOf(said: string, { timeZone, isZone }: Known, findings: Findings): string {
  if (said === "" || isZone(said)) return said || timeZone;
  findings.remark("time_zone", "zone_unknown", { said: said.slice(0, 60) });
  return timeZone;
}

function stateOf(said: string, findings: Findings): ServiceContent["state"] {
  if (said === "") return "active";
  const state = Object.entries(statusOf).find(([, status]) => status === said.toLowerCase().replaceAll("_", " "))?.[0];
  if (!state) findings.refuse("status", "state_unknown", { said: said.slice(0, 60) });
  return (state as ServiceContent["state"] | undefined) ?? "draft";
}

const costOf = (said: string): ServiceContent["cost"] =>
  said === "free" || said === "sliding" || said === "paid" ? said : "unknown";

function documentsOf(record: HsdsRecord): string {
  return record
    .list("required_documents")
    .map((each) => each.closing(() => each.text("document")))
    .filter(Boolean)
    .join("\n");
}

function areasOf(record: HsdsRecord, findings: Findings): string[] {
  const areas = record
    .list("service_areas")
    .map((each) =>
      each.closing(() =>
        checkText(each.text("name") || each.text("extent"), "service_areas", longest.area, findings, true),
      ),
    );
  return few(areas.filter(Boolean), most.areas, "service_areas", findings);
}

function termsOf(record: HsdsRecord, known: Known, findings: Findings): string[] {
  const said = record.terms();
  const found = said.map(({ id, code, name }) => {
    const term = known.termOf(id) ?? known.termOf(code) ?? known.termOf(name);
    if (!term) findings.remark("attributes", "term_unknown", { said: (name || code || id).slice(0, 80) });
    return term;
  });
  return few(
    found.filter((term) => term !== undefined),
    most.terms,
    "attributes",
    findings,
  );
}

function languagesOf(record: HsdsRecord, findings: Findings) {
  const said = record
    .list("languages")
    .map((each) => each.closing(() => ({ code: each.text("code") || each.text("name"), note: each.text("note") })));
  const noted = (note: string) =>
    said.filter((each) => (Object.values(languageNotes).includes(each.note as never) ? each.note : "staff") === note);
  const codes = (fact: keyof typeof languageNotes) => {
    const found = noted(languageNotes[fact]).map(({ code }) => {
      const isTag = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/.test(code);
      if (!isTag) findings.remark("languages", "language_unknown", { said: code.slice(0, 60) });
      return isTag ? code : "";
    });
    return few(found.filter(Boolean), most.languages, "languages", findings);
  };
  return {
    staff_languages: codes("staff_languages"),
    interpreter_languages: codes("interpreter_languages"),
    document_languages: codes("document_languages"),
  };
}

function phonesOf(record: HsdsRecord, language: string, findings: Findings): ExchangedPhone[] {
  const phones = record.list("phones").map((each) =>
    each.closing(() => {
      const own = each.attributes();
      const label = checkTexts(
        textsOf(own, "description", each.text("description"), language),
        "phones",
        longest.label,
        findings,
        true,
      );
      const phone = checkPhone(each.text("number"), label, "phones", findings);
      const exact = own.find((attribute) => attribute.label === "extension")?.value;
      const said = each.text("extension");
      const extension = exact ?? (said || phone?.extension || "");
      return phone && { ...phone, extension: /^\d{1,8}$/.test(extension) ? extension : "" };
    }),
  );
  return few(
    phones.filter((phone) => phone !== undefined),
    most.phones,
    "phones",
    findings,
  );
}

function closuresOf(attributes: SaidAttribute[], findings: Findings): ServiceContent["closures"] {
  const days = attributes.filter(({ label }) => label === "closed_on").map(({ value }) => value);
  const closures = days.flatMap((said) => {
    const closed_on = dayOf(said);
    if (!closed_on) findings.remark("closed_on", "date_not_valid", { said: said.slice(0, 40) });
    const note = textsOf(attributes, `closed_on/${closed_on}`, "", "");
    return closed_on ? [{ closed_on, note: checkTexts(note, "closed_on", longest.note, findings, true) }] : [];
  });
  closures.sort((one, other) => (one.closed_on < other.closed_on ? -1 : 1));
  return few(closures, most.closures, "closed_on", findings);
}

function legalOf(fact: (label: string) => string, findings: Findings) {
  const said = fact("credential");
  const credentials = ["none", "attorney", "doj_accredited"] as const;
  return {
    credential: credentials.find((credential) => credential === said) ?? null,
    credential_url: checkLink(fact("credential_url"), "credential_url", findings),
    credential_checked_on: dayOf(fact("credential_checked_on")) ?? null,
    information_as_of: dayOf(fact("information_as_of")) ?? null,
    jurisdiction: checkText(fact("jurisdiction"), "jurisdiction", longest.area, findings, true),
    reviewed_by: checkText(fact("reviewed_by"), "reviewed_by", longest.line, findings, true),
  };
}

function translationsOf(attributes: SaidAttribute[]): Record<string, ExchangedTranslation> {
  return Object.fromEntries(
    attributes
      .filter(({ label, value }) => /^translation:[a-zA-Z-]+$/.test(label) && /^(person|machine)\b/.test(value))
      .map(({ label, value }) => [
        label.slice("translation:".length),
        {
          by_machine: value.startsWith("machine"),
          reviewed: /\breviewed\b/.test(value),
          stale: /\bstale\b/.test(value),
        } as const,
      ]),
  );
}

function providerOf(record: HsdsRecord, language: string, findings: Findings): SaidContent["provider"] {
  const own = record.part("organization");
  const provider = own?.closing(() => {
    const attributes = own.attributes();
    const others = attributes.filter(({ label }) => label === "alternate_name").map(({ value }) => value);
    const aliases = [own.text("alternate_name"), ...others].map((alias) =>
      checkText(alias, "organization", longest.alias, findings, true),
    );
    const texts = (field: string, maximum: number, isLine: boolean) =>
      checkTexts(textsOf(attributes, field, own.text(field), language), "organization", maximum, findings, isLine);
    const id = own.id("id");
    return {
      ...(id === "" ? {} : { hsds_id: id }),
      name: texts("name", longest.name, true),
      aliases: few(aliases.filter(Boolean), most.aliases, "organization", findings),
      description: texts("description", longest.about, false),
      website: checkLink(own.text("website"), "organization", findings),
    };
  });
  record.id("organization_id");
  return provider && Object.keys(provider.name).length > 0 ? provider : undefined;
}
