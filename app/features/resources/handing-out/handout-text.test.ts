import { expect, test } from "vitest";
import { messagesOf } from "~/i18n/messages.server";
import { translatorFor } from "~/i18n/translator.server";
import { sampleFacts, street } from "../../../../tests/support/sample-facts";
import { writeCollection } from "./collection-sheet";
import type { Collection, Facts } from "./facts";
import { warningsOf, writeHandout } from "./handout-text";

const writing = (locale: string) => ({ locale, t: translatorFor(locale), names: messagesOf(locale).language });
const both = [writing("ko"), writing("en")];
const handout = (change: Partial<Facts> = {}, locale = "en", isFirst = true) =>
  writeHandout(sampleFacts(change), { ...writing(locale), isFirst, demonstration: false });

test("a handout says what helps, whom to call, when, in which languages, at what cost and what to bring, in each language", () => {
  expect(handout()).toMatchObject({
    name: { text: "Wage theft advice", lang: "en" },
    phones: [{ number: "213-555-0113" }],
    facts: [
      { label: "Hours", text: "Mon–Fri 9:00 AM – 5:00 PM (Pacific Time)" },
      { label: "Languages", text: "Korean and English · with an interpreter: Spanish" },
      { label: "Cost", text: "Free" },
      { label: "Bring", text: "Pay stubs" },
      { label: "Area", text: "Los Angeles County" },
    ],
    validity: { text: "Valid to Saturday, February 20, 2027", stale: false },
    forWhom: null,
    legal: [],
  });
  expect(handout({}, "ko").facts[0]?.text).toBe("월~금 오전 9:00 – 오후 5:00 (미국 서부 시간)");
});

test.each([
  [{ stale: true }, true],
  [{ verify_by: null, verified_at: null }, true],
  [{}, false],
])("of %o a handout says to confirm it first: %s", (change, isStale) => {
  expect(handout(change).validity.stale).toBe(isStale);
  expect(handout(change).validity.text.startsWith("Confirm before giving")).toBe(isStale);
});

test("hours past midnight, around the clock and in two parts are said as people say them", () => {
  const hours = (schedules: Facts["schedules"], locale = "en") => handout({ schedules }, locale).facts[0]?.text;
  const days = [1, 2, 3, 4, 5, 6, 7];
  expect(hours([{ weekdays: days, opens_minute: 0, closes_minute: 1440 }])).toBe("Every day 24 hours (Pacific Time)");
  expect(hours([{ weekdays: [6, 7], opens_minute: 480, closes_minute: 1560 }], "ko")).toContain(
    "토, 일 오전 8:00 – 다음 날 오전 2:00",
  );
  const morning = { weekdays: [2, 4], opens_minute: 480, closes_minute: 720 };
  expect(hours([morning, { ...morning, opens_minute: 780, closes_minute: 1020 }])).toContain(
    "Tue, Thu 8:00 AM – 12:00 PM, 1:00 PM – 5:00 PM",
  );
});

test("legal help names its credential and warns of who may give none, in both languages; other help does not", () => {
  const legal = { credential: "doj_accredited" as const, credential_checked_on: "2026-11-13" };
  expect(handout(legal).legal.join(" ")).toBe(
    "Legal help by a representative accredited by the U.S. Department of Justice. On the public roster on Friday, November 13, 2026.",
  );
  expect(handout({ credential: "none" }).legal.join(" ")).toContain("not legal advice");
  expect(warningsOf([sampleFacts(legal)], both).map(({ lang }) => lang)).toEqual(["ko", "en"]);
  expect(warningsOf([sampleFacts()], both)).toEqual([]);
  const voters = sampleFacts({ terms: [{ id: "civic/voter-registration", name: {} }] });
  expect(warningsOf([voters], both).map(({ text }) => text)).toContain(
    "Only U.S. citizens may register to vote. Not a citizen, or unsure? Do not sign; ask a lawyer first.",
  );
});

test("a text that is there in one language stands once, and one that a machine wrote says so", () => {
  const korean = { name: { ko: "쉼터" }, description: { ko: "쉬는 곳" }, required_documents: {} };
  expect(handout(korean, "ko").description?.text).toBe("쉬는 곳");
  expect(handout(korean, "en", false).description).toBeNull();
  expect(handout({ by_machine: ["en"] }).byMachine).toContain("machine");
  expect(handout({ by_machine: ["en"] }, "ko").byMachine).toBeNull();
});

test.each([
  [{ audience: "named" }, "For the organizations that KRCLA named only"],
  [{ audience: "coalition" }, "For the organizations of the coalition only"],
  [{ state: "draft" }, "Draft: for people of KRCLA only"],
  [{ audience: "everyone" }, null],
] as const)("a paper about %o says for whom it is: %s", (change, sentence) => {
  expect(handout(change).forWhom).toBe(sentence);
});

const collection = (services: Facts[], audience: Collection["audience"] = "everyone"): Collection => ({
  ...{ id: "c", name: { ko: "모음", en: "Collection" }, note: {}, audience, coalition_id: null },
  ...{ organization: sampleFacts().organization, writable_by: null, version: null },
  entries: services.map((service) => ({ note: "Zinnia", service })),
});
const named = (name: string, change: Partial<Facts>) => sampleFacts({ ...change, id: name, name: { en: name } });

test("a collection for everyone holds on paper what everyone may see, whoever prints it, and no note", () => {
  const services = [
    named("open", {}),
    named("shared", { audience: "coalition" }),
    named("named", { audience: "named" }),
    named("draft", { state: "draft" }),
  ];
  const keys = (audience: Collection["audience"]) =>
    writeCollection(collection(services, audience), both, false).entries.map(({ key }) => key);
  expect(keys("everyone")).toEqual(["open"]);
  expect(keys("coalition")).toEqual(["open", "shared"]);
  expect(keys("owner")).toEqual(["open", "shared", "named", "draft"]);
  expect(JSON.stringify(writeCollection(collection(services), both, false))).not.toMatch(/Zinnia|shared/);
});

test("what does not fit on one page is counted, and the page is valid as long as the first of them is", () => {
  const many = Array.from({ length: 100 }, (_, at) =>
    named(`service ${at}`, { verify_by: `2027-03-${10 + (at % 10)}` }),
  );
  const sheet = writeCollection(collection(many), both, true);
  expect(sheet.entries.length).toBeGreaterThan(5);
  expect(sheet.entries.length + sheet.more).toBe(100);
  expect(sheet.foot[1]?.validity.text).toBe("Valid to Wednesday, March 10, 2027");
  expect(sheet.demonstrations).toHaveLength(1);
});

test("a street is on paper where everyone may know it", () => {
  const places = [
    { name: "", address_1: street, address_2: "", city: "Los Angeles", region: "CA", postal_code: "90005" },
  ];
  expect(handout({ places }).facts.at(-1)).toMatchObject({ label: "Where", text: `${street}, Los Angeles, CA 90005` });
  expect(JSON.stringify(handout())).not.toContain(street);
});
