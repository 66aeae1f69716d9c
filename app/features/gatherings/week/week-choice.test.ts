import { expect, test } from "vitest";
import { sampleCard } from "../../../../tests/support/sample-gathering";
import { chooseFor, readWeekChoice } from "./week-choice";

const cards = (["owner", "named", "coalition", "everyone"] as const).flatMap((audience) =>
  (["draft", "scheduled", "cancelled"] as const).map((state) =>
    sampleCard({ id: `${audience} ${state}`, audience, state }),
  ),
);
const chosen = (readership: "everyone" | "coalition" | "us") => chooseFor(readership, cards).map(({ id }) => id);

test("what goes into a public chat is open to everyone and no draft", () => {
  expect(chosen("everyone")).toEqual(["everyone scheduled", "everyone cancelled"]);
});

test("what goes to the coalition is nothing that only some were told", () => {
  expect(chosen("coalition")).toEqual([
    "coalition scheduled",
    "coalition cancelled",
    "everyone scheduled",
    "everyone cancelled",
  ]);
});

test("among ourselves nothing is left out", () => {
  expect(chosen("us")).toHaveLength(cards.length);
});

test("an address that does not say for whom, or says something else, gets what everyone may know", () => {
  for (const search of ["", "for=all", "for=owner&in=xx"]) {
    expect(readWeekChoice(new URLSearchParams(search), "ko", 1)).toMatchObject({
      readership: "everyone",
      language: "ko",
    });
  }
  expect(readWeekChoice(new URLSearchParams("for=us&in=en"), "ko", 1)).toMatchObject({
    readership: "us",
    language: "en",
  });
});

test("an organization of several coalitions hands no sheet to one that tells of another", () => {
  const asked = new URLSearchParams("for=coalition");
  expect(readWeekChoice(asked, "ko", 1)).toMatchObject({ readership: "coalition" });
  for (const coalitions of [0, 2]) {
    expect(readWeekChoice(asked, "ko", coalitions)).toMatchObject({
      readership: "everyone",
      offered: ["everyone", "us"],
    });
  }
});
