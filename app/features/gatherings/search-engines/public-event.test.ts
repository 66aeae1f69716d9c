import { expect, test } from "vitest";
import { samplePage } from "../../../../tests/support/sample-gathering";
import type { Detail, GatheringPage } from "../card";
import { mayBeFound } from "./may-be-found";
import { publicEvent } from "./public-event";

const street = "Zinnia Street 1";
const telling = { locale: "en", url: "https://hamkke.example/gatherings/1", demonstration: null };
const everyone = (change: Partial<GatheringPage> = {}) =>
  publicEvent(samplePage({ audience: "everyone", ...change }), telling);
const detail = (audience: Detail["audience"]): Detail => ({
  ...{ address: street, online_url: "", contact: "", instructions: {}, accessibility: [], audience },
  ...{ coalition: null, recipients: [], reached: null },
});

test("a public gathering is told with its instants and its area", () => {
  expect(everyone()).toMatchObject({
    "@type": "Event",
    name: "Citizenship clinic",
    startDate: "2026-12-05T18:00:00+00:00",
    eventStatus: "https://schema.org/EventScheduled",
    location: { "@type": "Place", name: "Koreatown", address: "Koreatown" },
    organizer: { name: "KRCLA" },
  });
});

test("its address is told only if that is open to everyone", () => {
  expect(everyone({ detail: detail("everyone") })?.location?.address).toBe(street);
  for (const audience of ["owner", "named", "coalition"] as const) {
    expect(JSON.stringify(everyone({ detail: detail(audience) }))).not.toContain(street);
  }
});

test("a cancelled gathering is told as that, and a demonstration as one", () => {
  expect(everyone({ state: "cancelled" })?.eventStatus).toBe("https://schema.org/EventCancelled");
  const event = publicEvent(samplePage({ audience: "everyone" }), { ...telling, demonstration: "Demonstration." });
  expect(event?.description).toMatch(/^Demonstration\./);
});

test.each([
  { audience: "owner" },
  { audience: "named" },
  { audience: "coalition" },
  { audience: "everyone", state: "draft" },
] as const)("nothing is told of %o, nor may it be found, whatever its owner ticked", (change) => {
  expect(publicEvent(samplePage({ ...change, indexable: true }), telling)).toBeNull();
  expect(mayBeFound(samplePage({ ...change, indexable: true }))).toBe(false);
});

test("a public gathering may be found only if its owner said so", () => {
  expect(mayBeFound(samplePage({ audience: "everyone", indexable: false }))).toBe(false);
  expect(mayBeFound(samplePage({ audience: "everyone", indexable: true }))).toBe(true);
  expect(mayBeFound(samplePage({ audience: "everyone", indexable: true, state: "cancelled" }))).toBe(true);
});
