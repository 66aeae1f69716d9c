import { describe, expect, test } from "vitest";
import { fullService } from "../../../../../tests/support/exchanged-service";
import { faultsOf } from "../../../../../tests/support/hsds-validation";
import type { HsdsTerm } from "./hsds";
import { type Known, readService } from "./read-service.server";
import { writeService } from "./write-service.server";

const term: HsdsTerm = {
  id: "0f9d0f0e-3f44-4b6e-9f39-2c6f4f4a0009",
  code: "legal/citizenship",
  name: "Citizenship",
  description: "시민권",
  taxonomy: "Hamkke",
  taxonomy_id: "0f9d0f0e-3f44-4b6e-9f39-2c6f4f4a0010",
  language: "en",
};
const known: Known = {
  organization: "0f9d0f0e-3f44-4b6e-9f39-2c6f4f4a0001",
  language: "en",
  timeZone: "America/Chicago",
  termOf: (said) => (said === term.id || said === term.code ? term.code : undefined),
  isZone: (name) => name.startsWith("America/"),
};
const written = (service = fullService) => writeService(service, (id) => (id === term.code ? term : undefined));
const read = (said: unknown) => {
  const leftOut: string[] = [];
  return { ...readService(said, 7, known, (path) => leftOut.push(path)), leftOut };
};
const foreign = { id: "0f9d0f0e-3f44-4b6e-9f39-2c6f4f4a0abc", name: "Clinic", status: "active" };
const { hsds_id, ...whole } = fullService;

test("a service that says everything comes back as it left, and both HSDS and our list of what may leave agree", () => {
  expect(faultsOf(written(), "service", "hsds")).toEqual([]);
  expect(faultsOf(written(), "service", "allowed")).toEqual([]);
  expect(read(JSON.parse(JSON.stringify(written())))).toEqual({
    ...{ row: 7, key: hsds_id, title: "시민권 신청 상담", content: whole },
    ...{ refused: [], remarks: [], leftOut: [] },
  });
});

test("a service that says hardly anything comes back as it left", () => {
  const { name, provider } = fullService;
  const least: typeof fullService = {
    ...{ ...fullService, description: {}, eligibility: {}, required_documents: {}, cost: "unknown", cost_note: {} },
    ...{ website: "", email: "", area_served: [], terms: [], staff_languages: [], interpreter_languages: [] },
    ...{ document_languages: [], phones: [], schedules: [], closures: [], translations: {}, places: [] },
    ...{ name: { en: name.en ?? "" }, provider: { ...provider, aliases: [], website: "", description: {} } },
    ...{ credential: null, credential_url: "", credential_checked_on: null, information_as_of: null },
    ...{ jurisdiction: "", reviewed_by: "" },
  };
  const { hsds_id: _id, ...content } = least;
  expect(faultsOf(written(least), "service", "hsds")).toEqual([]);
  expect(read(written(least)).content).toEqual(content);
});

test("equal texts in two languages stay two", () => {
  const same = { ...fullService, name: { ko: "KRCLA", en: "KRCLA" }, description: { en: "same" } };
  expect(read(written(same)).content).toMatchObject({
    name: { ko: "KRCLA", en: "KRCLA" },
    description: { en: "same" },
  });
});

test("a name that somebody changed in the file is the new one in the language it was written in", () => {
  expect(read({ ...written(), name: "시민권 교실" }).content?.name).toEqual({
    ko: "시민권 교실",
    en: "Citizenship clinic",
  });
});

test("our list of what may leave refuses a private note, which HSDS would let pass", () => {
  const leaking = { ...written(), case_notes: "Knows the family" };
  expect(faultsOf(leaking, "service", "hsds")).toEqual([]);
  expect(faultsOf(leaking, "service", "allowed")).toHaveLength(1);
  const labelled = { ...foreign, attributes: [{ id: foreign.id, label: "told_in_confidence", value: "2026-01-01" }] };
  expect(faultsOf(labelled, "service", "allowed")).not.toEqual([]);
});

test("private fields of somebody else's file are named and never looked into", () => {
  const contacts = [{ id: foreign.id, name: "A person" }];
  const phones = [{ id: foreign.id, number: "213-555-0123", contact_id: foreign.id }];
  const { content, leftOut } = read({ ...foreign, case_notes: "Knows the family", contacts, phones });
  expect(leftOut.sort()).toEqual(["case_notes", "contacts", "phones.contact_id"]);
  expect(JSON.stringify(content)).not.toMatch(/family|person/);
});

test("what somebody else's file leaves unsaid empties nothing here", () => {
  expect(Object.keys(read(foreign).content ?? {}).sort()).toEqual(
    ["name", "source_language", "state", "time_zone"].sort(),
  );
  expect(read({ ...foreign, phones: [] }).content).toHaveProperty("phones", []);
});

describe("a record that cannot be taken is told by its field", () => {
  test.each([
    ["a link that runs a script", { url: "javascript:alert(1)" }, "url", "link_not_web"],
    ["a link that hides where it leads", { url: "https://krcla.example@evil.example/" }, "url", "link_not_web"],
    ["an address that is none", { email: "nobody" }, "email", "email_not_valid"],
    ["an id that is none", { id: "12" }, "id", "id_not_valid"],
    ["a state that nobody knows", { status: "maybe" }, "status", "state_unknown"],
    ["no name", { name: " " }, "name", "name_missing"],
    ["a name as long as a page", { name: "a".repeat(5000) }, "name", "too_long"],
    ["a number nobody can call", { phones: [{ number: "call us" }] }, "phones", "phone_not_valid"],
    ["a list that is none", { phones: "213" }, "phones", "not_an_object"],
    ["text that is none", { description: { deep: true } }, "description", "not_text"],
  ])("%s", (_what, said, field, reason) => {
    const entry = read({ ...foreign, ...said });
    expect(entry.content).toBeUndefined();
    expect(entry.refused).toContainEqual(expect.objectContaining({ field, reason }));
  });

  test.each([null, 5, "service", [], [[]]])("%j is no service", (said) => {
    expect(read(said).refused[0]?.reason).toBe("not_an_object");
  });
});

describe("hours of somebody else's", () => {
  const hours = (schedule: object) => read({ ...foreign, schedules: [{ freq: "WEEKLY", byday: "MO", ...schedule }] });

  test("00:00 to 23:59 is around the clock, as HSDS advises", () => {
    expect(hours({ opens_at: "00:00", closes_at: "23:59" }).content?.schedules).toEqual([
      { weekdays: [1], opens_minute: 0, closes_minute: 1440 },
    ]);
    expect(hours({ opens_at: "22:00", closes_at: "02:00" }).content?.schedules?.[0]?.closes_minute).toBe(1560);
  });

  test.each([
    ["told in UTC", { opens_at: "09:00Z", closes_at: "17:00Z" }],
    ["told by an offset", { opens_at: "09:00-05:00", closes_at: "17:00-05:00" }],
    ["of every other week", { opens_at: "09:00", closes_at: "17:00", interval: 2 }],
    ["of the month", { opens_at: "09:00", closes_at: "17:00", freq: "MONTHLY" }],
    ["of one season", { opens_at: "09:00", closes_at: "17:00", valid_from: "2026-01-01", valid_to: "2026-02-01" }],
  ])("%s are left out and said", (_what, schedule) => {
    const { content, remarks } = hours(schedule);
    expect(content?.schedules).toEqual([]);
    expect(remarks).toContainEqual(expect.objectContaining({ field: "schedules", reason: "hours_not_understood" }));
  });
});
