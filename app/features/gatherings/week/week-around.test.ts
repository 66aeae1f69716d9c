import { expect, test } from "vitest";
import { weekAround } from "./week-around";

test("a week runs from Sunday to Saturday, whichever of its days is asked for", () => {
  for (const on of ["2026-11-22", "2026-11-25", "2026-11-28"]) {
    expect(weekAround(on, "2020-01-01")).toEqual({
      first: "2026-11-22",
      last: "2026-11-28",
      previous: "2026-11-15",
      next: "2026-11-29",
    });
  }
});

test.each([null, "", "2026-02-30", "1999-12-31", "2100-01-01", "tomorrow", "<script>"])(
  "%o asks for no week, so it is this one",
  (asked) => {
    expect(weekAround(asked, "2026-12-31").first).toBe("2026-12-27");
  },
);

test("there is nothing before the first year or after the last", () => {
  expect(weekAround("2000-01-01", "2026-01-01").previous).toBeNull();
  expect(weekAround("2099-12-31", "2026-01-01").next).toBeNull();
});
