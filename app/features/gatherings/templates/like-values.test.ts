import { expect, test } from "vitest";
import en from "~/i18n/messages/en";
import { chicago, krcla, plan, sampleStored } from "../../../../tests/support/sample-gathering";
import { likeValues, readLike } from "./like-values";

const reading = {
  organization: { ...krcla, time_zone: "America/Los_Angeles" },
  locale: "en",
  names: en.language,
  on: "2027-01-02",
};
const layers = sampleStored({
  audience: "named",
  recipients: [chicago.id],
  notes: "Ask for the key.",
  detail: {
    ...{ address: "Zinnia Street 1", online_url: "", contact: "", instructions: {}, accessibility: ["step_free"] },
    ...{ audience: "owner", coalition_id: null, recipients: [] },
  },
});

test("a gathering like another has all of its layers, on the proposed day", () => {
  expect(likeValues(layers, reading)).toMatchObject({
    "title.ko": "시민권 상담",
    starts_on: "2027-01-02",
    starts: "10:00 AM",
    ends: "12:00 PM",
    audience: "named",
    recipients: [chicago.id],
    coalition_id: plan.id,
    "detail.address": "Zinnia Street 1",
    "detail.audience": "owner",
    notes: "Ask for the key.",
  });
});

test("one that lasts into the next day does so again", () => {
  const vigil = sampleStored({ starts_local: "2026-12-05T18:00:00", ends_local: "2026-12-06T08:00:00" });
  expect(likeValues(vigil, reading).ends_on).toBe("2027-01-03");
});

test("an hour that happened twice is asked for anew, not copied", () => {
  const values = likeValues(sampleStored({ starts_fold: 1, ends_fold: 1 }), reading);
  expect([values.starts_fold, values.ends_fold]).toEqual([undefined, undefined]);
});

test("a template gives the times of day and leaves the day to be chosen", () => {
  const values = likeValues(layers, { ...reading, on: undefined });
  expect([values.starts_on, values.ends_on, values.starts]).toEqual([undefined, undefined, "10:00 AM"]);
});

test("a template that lacks what forms learned later begins as a new gathering does: for its owner alone", () => {
  expect(likeValues({ title: { en: "Clinic" } }, reading)).toMatchObject({
    "title.en": "Clinic",
    audience: "owner",
    "detail.audience": "owner",
    time_zone: "America/Los_Angeles",
  });
});

test("an address asks for a gathering or for a template, and what can be neither is not found", () => {
  const id = "6b1cbd0e-3c5c-4a38-9a66-0d0c8a1a0c11";
  expect(readLike(new URLSearchParams({ like: id }))).toEqual({ gathering: id });
  expect(readLike(new URLSearchParams({ template: id }))).toEqual({ template: id });
  expect(readLike(new URLSearchParams())).toEqual({});
  expect(() => readLike(new URLSearchParams({ like: "x" }))).toThrow();
});
