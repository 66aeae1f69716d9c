import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { newGatheringSchema, revisedGatheringSchema } from "./schema";

const submission = "6b1cbd0e-3c5c-4a38-9a66-0d0c8a1a0c11";
const chicago = "0f7b7a52-6f0d-4b3e-8f3a-2a5f6c1d2e3f";

const typed = {
  submission_id: submission,
  "title.ko": "시민권 상담",
  "title.en": "",
  "description.ko": "",
  kind: "clinic",
  starts_on: "2026-12-05",
  starts: "오후 3시 반",
  ends: "5pm",
  ends_on: "",
  time_zone: "America/Los_Angeles",
  area: " Koreatown ",
  languages: ["ko", "en"],
  other_languages: "Thai",
  audience: "owner",
  state: "scheduled",
};

test("a form filled in as people type becomes a card in wall time", () => {
  const input = accepted({});
  expect(input.card).toEqual({
    coalition_id: null,
    title: { ko: "시민권 상담" },
    description: {},
    kind: "clinic",
    area: "Koreatown",
    languages: ["ko", "en", "th"],
    starts_local: "2026-12-05T15:30:00",
    ends_local: "2026-12-05T17:00:00",
    time_zone: "America/Los_Angeles",
    starts_fold: null,
    ends_fold: null,
    state: "scheduled",
    audience: "owner",
    indexable: false,
    tells_taken: false,
  });
  expect(input.submission_id).toBe(submission);
});

test("a form that says nothing about who can see it shares with nobody", () => {
  expect(accepted({ audience: undefined }).card.audience).toBe("owner");
});

test("organizations stay named only while the choice is named organizations", () => {
  expect(accepted({ audience: "named", recipients: [chicago] }).recipients).toEqual([chicago]);
  expect(accepted({ audience: "owner", recipients: [chicago] }).recipients).toEqual([]);
});

test("details are the organization's alone until somebody opens them, and notes go along", () => {
  const input = accepted({
    "detail.address": " 3727 W 6th St\r\n#300 ",
    "detail.instructions.ko": "뒷문으로 오세요.",
    "detail.accessibility": ["step_free"],
    notes: "Bring the key.",
  });
  expect(input.detail).toMatchObject({
    address: "3727 W 6th St\n#300",
    instructions: { ko: "뒷문으로 오세요." },
    accessibility: ["step_free"],
    audience: "owner",
    recipients: [],
    publish: false,
  });
  expect(input.notes).toBe("Bring the key.");
});

test("an end date of its own carries a vigil past midnight", () => {
  expect(accepted({ starts: "10pm", ends: "2am", ends_on: "2026-12-06" }).card.ends_local).toBe("2026-12-06T02:00:00");
});

test("a day may be typed the Korean way", () => {
  expect(accepted({ starts_on: "2026년 12월 5일" }).card.starts_local).toBe("2026-12-05T15:30:00");
  expect(accepted({ starts_on: "2026. 12. 5." }).card.starts_local).toBe("2026-12-05T15:30:00");
});

test("titles typed on a Mac are kept composed, and line breaks count once", () => {
  expect(accepted({ "title.ko": "상담".normalize("NFD") }).card.title).toEqual({ ko: "상담" });
  expect(accepted({ "description.ko": "a\r\n".repeat(2000) }).card.description.ko).toBe("a\n".repeat(2000).trim());
});

test("a title in a language the form does not offer is kept", () => {
  expect(accepted({ "title.es": "Ciudadanía" }).card.title).toEqual({ es: "Ciudadanía", ko: "시민권 상담" });
});

test("which of two equal hours is meant goes to the database as typed", () => {
  const { card } = accepted({ starts: "01:30", ends: "01:10", starts_fold: "0", ends_fold: "1" });
  expect(card).toMatchObject({ starts_fold: 0, ends_fold: 1, ends_local: "2026-12-05T01:10:00" });
});

test.each([
  ["no title at all", { "title.ko": "  " }, "title", "title_required"],
  ["a title of 121 characters", { "title.ko": "가".repeat(121) }, "title.ko", "too_long"],
  ["a description of 4001 characters", { "description.en": "x".repeat(4001) }, "description.en", "too_long"],
  ["no kind", { kind: "" }, "kind", "choose_one"],
  ["a kind that does not exist", { kind: "party" }, "kind", "choose_one"],
  ["no day", { starts_on: "" }, "starts_on", "required"],
  ["a day that does not exist", { starts_on: "2026-02-30" }, "starts_on", "date_not_understood"],
  ["a word for a day", { starts_on: "next Friday" }, "starts_on", "date_not_understood"],
  ["a year with a slip of the finger", { starts_on: "20266-01-01" }, "starts_on", "date_not_understood"],
  ["a year far away", { starts_on: "1926-01-01" }, "starts_on", "date_far_away"],
  ["no time", { starts: "" }, "starts", "required"],
  ["a time that is none", { starts: "in the evening" }, "starts", "time_not_understood"],
  ["three o'clock without a part of the day", { ends: "3:00" }, "ends", "time_morning_or_afternoon"],
  ["an end before the start", { ends: "1pm" }, "ends", "ends_before_it_starts"],
  ["no zone", { time_zone: "" }, "time_zone", "choose_one"],
  ["a zone of 65 characters", { time_zone: "A".repeat(65) }, "time_zone", "unknown_time_zone"],
  ["an area of 121 characters", { area: "x".repeat(121) }, "area", "too_long"],
  ["a language nobody knows", { other_languages: "Klingonish" }, "other_languages", "language_unknown"],
  ["named organizations without a name", { audience: "named" }, "recipients", "named_needs_recipients"],
  ["the coalition without saying which", { audience: "coalition" }, "coalition_id", "coalition_not_yours"],
  ["an organization that is no id", { audience: "named", recipients: ["krc"] }, "recipients[0]", "choose_one"],
  ["no submission", { submission_id: "1" }, "submission_id", "form_incomplete"],
  ["a state of its own", { state: "cancelled" }, "state", "choose_one"],
])("%s is told at its field", (_, change, field, key) => {
  expect(refused(change)[field]).toContain(key);
});

test("everything that is wrong is told at once", () => {
  const errors = refused({ "title.ko": "", kind: "", ends: "1pm", audience: "named" });
  expect(Object.keys(errors).sort()).toEqual(["ends", "kind", "recipients", "title"]);
});

test("a change needs the version that was seen", () => {
  const seen = (seen_version: string) => parseWithZod(formWith({ seen_version }), { schema: revisedGatheringSchema });
  expect(seen("3")).toMatchObject({ status: "success", value: { seen_version: 3 } });
  expect(seen("x")).toMatchObject({ status: "error", error: { seen_version: ["form_incomplete"] } });
});

type Change = Record<string, string | string[] | undefined>;

function formWith(change: Change): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...typed, ...change })) {
    for (const each of value === undefined ? [] : [value].flat()) form.append(name, each);
  }
  return form;
}

function accepted(change: Change) {
  const submission = parseWithZod(formWith(change), { schema: newGatheringSchema });
  if (submission.status !== "success") throw new Error(JSON.stringify(submission.error));
  return submission.value;
}

function refused(change: Change): Record<string, string[] | null> {
  const submission = parseWithZod(formWith(change), { schema: newGatheringSchema });
  if (submission.status === "success") throw new Error("It was accepted");
  return submission.error ?? {};
}
