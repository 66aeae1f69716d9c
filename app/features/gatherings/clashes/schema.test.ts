import { expect, test } from "vitest";
import { planSchema } from "./schema";

const weekly = {
  ...{ starts_on: "2041-01-05", starts: "22:00", ends_on: "2041-01-06", ends: "01:00", time_zone: "America/Chicago" },
  ...{ repeats: "weekly", weekdays: ["SA"], repeat_ends: "times", times: "3" },
};
const gathering_id = "00000000-0000-4000-8000-000000000001";
const datesOf = (form: object) =>
  planSchema.parse(form).plan.times.map(({ starts_local, ends_local }) => `${starts_local} ${ends_local}`);

test("every date of what repeats is asked for, each over its own midnight", () => {
  expect(datesOf(weekly)).toEqual([
    "2041-01-05T22:00:00 2041-01-06T01:00:00",
    "2041-01-12T22:00:00 2041-01-13T01:00:00",
    "2041-01-19T22:00:00 2041-01-20T01:00:00",
  ]);
});

test.for([
  ["where only one of a series is changed", { ...weekly, gathering_id, scope: "this" }],
  ["where nothing repeats", { ...weekly, repeats: "no" }],
  ["while how it repeats cannot be read yet", { ...weekly, times: "" }],
] as const)("one date is asked for %s", ([, form]) => {
  expect(datesOf(form)).toEqual(["2041-01-05T22:00:00 2041-01-06T01:00:00"]);
});

test("all dates are asked for where a change goes for those that follow", () => {
  expect(datesOf({ ...weekly, gathering_id, scope: "following" })).toHaveLength(3);
});
