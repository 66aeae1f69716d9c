import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { answersSchema, termsSchema } from "./schema";

test("an organization that opens a gathering for sign-up may leave everything optional empty", () => {
  const sent = form({ open: "yes", capacity: "", closes_hours_before: "", keep_days: "14" });
  expect(parseWithZod(sent, { schema: termsSchema }).reply()).toMatchObject({ status: "success" });
  expect(termsSchema.parse({ open: "yes", keep_days: "14" })).toEqual({
    open: "yes",
    capacity: null,
    closes_hours_before: null,
    keep_days: 14,
    headcount_public: false,
    scope: "this",
  });
});

test("a visitor says how many in their own way of writing, and nothing else is asked", () => {
  for (const seats of ["3", " ３ ", "3명", "3 명"]) {
    const sent = form({ name: "하늘", seats, language: "ko", contact: "" });
    const parsed = parseWithZod(sent, { schema: answersSchema });
    expect(parsed.status === "success" && parsed.value).toMatchObject({ seats: 3, contact: "", needs: [] });
  }
});

test("a party of none, of ten thousand or of words is answered with what may be typed", () => {
  for (const [seats, message] of [
    ["0", "number_between"],
    ["셋", "number_between"],
    ["10000", "party_too_large"],
    ["", "required"],
  ] as const) {
    const parsed = parseWithZod(form({ name: "하늘", seats, language: "ko" }), { schema: answersSchema });
    expect(parsed.reply().error).toEqual({ seats: [message] });
  }
});

function form(fields: Record<string, string>): FormData {
  const sent = new FormData();
  for (const [name, value] of Object.entries(fields)) sent.append(name, value);
  return sent;
}
