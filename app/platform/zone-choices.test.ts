import { expect, test } from "vitest";
import { listZoneChoices } from "./zone-choices";

const known = ["America/Chicago", "America/Los_Angeles", "Asia/Seoul", "Europe/Paris", "UTC"];

test("the organization's zone comes first, then those in use, then the rest, each once", () => {
  const { own, common, all } = listZoneChoices(known, ["America/Chicago", "America/Chicago"], "en");
  expect(own).toEqual([{ value: "America/Chicago", label: "Central Time (America/Chicago)" }]);
  expect(common.map(({ value }) => value)).toEqual(["America/Los_Angeles", "Asia/Seoul"]);
  expect(all.map(({ value }) => value)).toEqual(["Europe/Paris", "UTC"]);
});

test("a stored zone that this computer cannot tell the time of is offered all the same", () => {
  expect(listZoneChoices(known, ["Mars/Olympus"], "ko").own).toEqual([
    { value: "Mars/Olympus", label: "Mars/Olympus" },
  ]);
});
