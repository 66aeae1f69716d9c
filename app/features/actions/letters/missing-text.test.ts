import { expect, test } from "vitest";
import { askAtField } from "./missing-text";

const required = [{ key: "required" as const }];
const values = { "title.ko": "", "body.ko": "", "title.en": "", "body.en": "", due_on: "2027-02-01" };

test("somebody who wrote a title and no text is led to the text in the language of the title", () => {
  const reply = askAtField({ values: { ...values, "title.en": "To the council" }, errors: { body: required } }, "ko");
  expect(reply?.errors).toEqual({ "body.en": required });
});

test("somebody who wrote a text and no title is led to the title in the language of the text", () => {
  const reply = askAtField({ values: { ...values, "body.en": "Please." }, errors: { title: required } }, "ko");
  expect(reply?.errors).toEqual({ "title.en": required });
});

test("somebody who wrote nothing is led to the title in their own language, and to everything else as before", () => {
  const reply = askAtField({ values, errors: { title: required, due_on: required } }, "ko");
  expect(reply?.errors).toEqual({ "title.ko": required, due_on: required });
});
