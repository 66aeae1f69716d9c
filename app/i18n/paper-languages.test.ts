import { expect, test } from "vitest";
import { paperLanguages } from "./paper-languages";

test("a sheet of paper is in the reader's language and in English", () => {
  expect(paperLanguages("ko", ["ko", "es"])).toEqual(["ko", "en"]);
  expect(paperLanguages("es", ["ko"])).toEqual(["es", "en"]);
});

test("beside English stands what is spoken there, and Korean where nothing else is", () => {
  expect(paperLanguages("en", ["en", "es"])).toEqual(["en", "es"]);
  expect(paperLanguages("en", ["ko", "es"])).toEqual(["en", "ko"]);
  expect(paperLanguages("en", ["zh", "en"])).toEqual(["en", "ko"]);
  expect(paperLanguages("en")).toEqual(["en", "ko"]);
});
